package io.laio.testbed.disk.fuse;

/**
 * What the kernel asks of a file system.
 *
 * <p>{@link #unique} names the request; the answer carries the same number.
 */
public sealed interface FuseRequest {
    /**
     * Names the request among those that are outstanding.
     *
     * @return the kernel's number
     */
    long unique();

    /**
     * The first message: which protocol, and what may be agreed upon.
     *
     * @param unique names the request
     * @param major the kernel's version of the protocol
     * @param minor the same, its second part
     * @param maxReadAhead how far the kernel would read ahead, in bytes
     * @param flags {@code FUSE_*}: what the kernel can do
     */
    record Init(long unique, int major, int minor, int maxReadAhead, int flags) implements FuseRequest {}

    /**
     * Which file has this name?
     *
     * @param unique names the request
     * @param parent the directory's number
     * @param name the name
     */
    record Lookup(long unique, long parent, String name) implements FuseRequest {}

    /**
     * What about this file?
     *
     * @param unique names the request
     * @param node the file's number
     */
    record GetAttributes(long unique, long node) implements FuseRequest {}

    /**
     * A file is opened.
     *
     * @param unique names the request
     * @param node the file's number
     */
    record Open(long unique, long node) implements FuseRequest {}

    /**
     * Bytes are wanted.
     *
     * @param unique names the request
     * @param node the file's number
     * @param offsetBytes where they begin
     * @param lengthBytes how many, 0 or more
     */
    record Read(long unique, long node, long offsetBytes, int lengthBytes) implements FuseRequest {}

    /**
     * Bytes are brought; they follow the structures that {@link FuseParser#WRITE_PAYLOAD} counts.
     *
     * @param unique names the request
     * @param node the file's number
     * @param offsetBytes where they belong
     * @param lengthBytes how many, 0 or more
     */
    record Write(long unique, long node, long offsetBytes, int lengthBytes) implements FuseRequest {}

    /**
     * What was written is to be made durable.
     *
     * @param unique names the request
     */
    record Synchronize(long unique) implements FuseRequest {}

    /**
     * How large is the file system?
     *
     * @param unique names the request
     */
    record FileSystemStatus(long unique) implements FuseRequest {}

    /**
     * Something that is always granted and changes nothing here: FLUSH (at a close), RELEASE, ACCESS.
     *
     * @param unique names the request
     */
    record Granted(long unique) implements FuseRequest {}

    /**
     * Something that has no answer: FORGET, BATCH_FORGET; and INTERRUPT, which cannot hurry a disk.
     *
     * @param unique names the request
     */
    record Unanswered(long unique) implements FuseRequest {}

    /**
     * The file system was unmounted.
     *
     * @param unique names the request
     */
    record Destroy(long unique) implements FuseRequest {}

    /**
     * Something that this file system does not do.
     *
     * @param unique names the request
     * @param opcode its number in the protocol
     */
    record Unsupported(long unique, int opcode) implements FuseRequest {}

    /**
     * A message that is not as the protocol says.
     *
     * @param unique names the request; 0 if the message is too short to say
     * @param cause what is wrong with it
     */
    record Malformed(long unique, String cause) implements FuseRequest {}
}
