package io.laio.http.process;

import io.laio.linux.ControlMessage;
import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Linux;
import io.laio.linux.MessageHeader;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SocketAddresses;
import io.laio.linux.Sockets;

/**
 * One end of the socket between parent and child: a Unix socket of type {@code SOCK_SEQPACKET} (unix(7)). A message is sent and
 * received whole, or not at all, so neither side keeps the state of half a message; each may carry one descriptor; and the end
 * of the process at the other side, whatever ended it, is the end of the stream.
 *
 * <p>Messages are written and read in place, at {@link #message}; one is sent and received at a time. Nothing is allocated after
 * the constructor. Confined to one thread at a time, that of its kernel.
 */
public final class MessageSocket implements AutoCloseable {
    private static final int HEADER = 0;
    private static final int VECTOR = MessageHeader.BYTES;
    private static final int CONTROL = VECTOR + IoVector.BYTES;
    private static final int MESSAGE = 128;

    private final Linux linux;
    private final int fd;
    private final int maxMessageBytes;
    private final NativeBuffer memory;
    private int receivedDescriptor = -1;

    /**
     * Takes over a connected socket.
     *
     * @param linux the kernel, as seen by the thread that uses the socket
     * @param fd the socket, which is closed together with this
     * @param maxMessageBytes how long a message may be
     */
    public MessageSocket(Linux linux, int fd, int maxMessageBytes) {
        this.linux = linux;
        this.fd = fd;
        this.maxMessageBytes = maxMessageBytes;
        this.memory = new NativeBuffer(MESSAGE + maxMessageBytes);
    }

    /**
     * Connects to the parent; the socket blocks.
     *
     * @param linux the kernel, as seen by the calling thread
     * @param name the name that the parent gave as last argument
     * @param maxMessageBytes how long a message may be
     * @return the socket
     * @throws ChildFailedException if the parent is gone
     */
    public static MessageSocket connect(Linux linux, String name, int maxMessageBytes) throws ChildFailedException {
        try (NativeBuffer address = new NativeBuffer(SocketAddresses.MAX_UNIX_BYTES)) {
            int fd = linux.socket(Sockets.AF_UNIX, Sockets.SOCK_SEQPACKET | Sockets.SOCK_CLOEXEC, 0);
            int length = SocketAddresses.putUnixAbstract(address.address(), name);
            int result = fd < 0 ? fd : linux.connect(fd, address.address(), length);
            if (result < 0) {
                linux.close(fd);
                throw new ChildFailedException("cannot connect to the parent: " + Errno.describe(-result), -1);
            }
            return new MessageSocket(linux, fd, maxMessageBytes);
        }
    }

    /**
     * The socket's descriptor, to wait for what comes.
     *
     * @return the descriptor, which this keeps
     */
    public int fd() {
        return fd;
    }

    /**
     * Where the message to be sent is written, and the one received is read.
     *
     * @return the address of as many bytes as a message may have
     */
    public long message() {
        return memory.address() + MESSAGE;
    }

    /**
     * Sends the message, whole or not at all.
     *
     * @param length its length in bytes, 1 or more
     * @return the length, or the negated error number: {@code EAGAIN} if a non-blocking socket is full, {@code EPIPE} if the
     *     other side is gone
     */
    public long send(int length) {
        return send(length, 0);
    }

    /**
     * Sends the message and passes a descriptor with it.
     *
     * @param length its length in bytes, 1 or more
     * @param descriptor what the other side gets a descriptor of its own for; the caller keeps its own
     * @return as {@link #send}
     */
    public long sendWith(int length, int descriptor) {
        ControlMessage.putDescriptor(memory.address() + CONTROL, descriptor);
        return send(length, ControlMessage.BYTES);
    }

    private long send(int length, int controlBytes) {
        prepare(length, controlBytes);
        long result;
        do {
            result = linux.sendmsg(fd, memory.address() + HEADER, Sockets.MSG_NOSIGNAL);
        } while (result == -Errno.EINTR);
        return result;
    }

    private void prepare(int length, int controlBytes) {
        long start = memory.address();
        IoVector.put(start + VECTOR, start + MESSAGE, length);
        MessageHeader.put(start + HEADER, start + VECTOR, 1);
        MessageHeader.putControl(start + HEADER, controlBytes == 0 ? 0 : start + CONTROL, controlBytes);
    }

    /**
     * Receives a message. A descriptor that came with an earlier one and was not taken is closed.
     *
     * @return its length in bytes, 0 if the other side is gone, or the negated error number: {@code EAGAIN} if a non-blocking
     *     socket has none
     */
    public long receive() {
        closeReceived();
        prepare(maxMessageBytes, ControlMessage.BYTES);
        long result;
        do {
            result = linux.recvmsg(fd, memory.address() + HEADER, Sockets.MSG_CMSG_CLOEXEC);
        } while (result == -Errno.EINTR);
        if (result > 0) {
            long controlBytes = MessageHeader.controlLength(memory.address() + HEADER);
            receivedDescriptor = ControlMessage.descriptor(memory.address() + CONTROL, controlBytes);
        }
        return result;
    }

    /**
     * Hands over the descriptor that came with the message received last.
     *
     * @return the descriptor, which the caller closes; -1 if none came, or it was taken before
     */
    public int takeDescriptor() {
        int taken = receivedDescriptor;
        receivedDescriptor = -1;
        return taken;
    }

    private void closeReceived() {
        if (receivedDescriptor >= 0) {
            linux.close(takeDescriptor());
        }
    }

    /** Ends both directions, so that both sides see the end of the stream; the descriptor stays open until {@link #close}. */
    public void shutDown() {
        linux.shutdown(fd, Sockets.SHUT_RDWR);
    }

    @Override
    public void close() {
        closeReceived();
        linux.close(fd);
        memory.close();
    }
}
