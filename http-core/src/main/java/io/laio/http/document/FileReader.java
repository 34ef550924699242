package io.laio.http.document;

import io.laio.http.disk.Disk;
import io.laio.http.loop.Operation;
import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.NativeBuffer;

/**
 * Makes ranges of documents sendable, in the same way for every server of the study, chosen by measurement
 * (docs/decisions/0005-resident-bytes.md): a large document is sent from its mapping if mincore(2), asked immediately before,
 * says that the range is resident; a small one is copied by {@code preadv2(RWF_NOWAIT)}, which proves residency by doing. What
 * is not resident is read by the disk strategy into memory of the server's own, and sent from there; or, if that is how the
 * strategy waits for the disk, sent from the mapping all the same. One a loop.
 *
 * <p>In the thttpd profile documents of every size are mapped, as thttpd does (docs/decisions/0008-thttpd-profile.md).
 */
public final class FileReader implements AutoCloseable {
    /** Documents of this size and more are mapped. */
    static final int MIN_MAPPED_BYTES = 32 * 1024;

    /** The longest range that is asked for at once. */
    static final int MAX_RANGE_BYTES = 1 << 20;

    private static final int PAGE_BYTES = 4096;
    private static final int VECTOR = MAX_RANGE_BYTES / PAGE_BYTES + 8;

    private final Documents documents;
    private final int minMappedBytes;
    private final boolean waitsInPageFaults;
    private final NativeBuffer scratch = new NativeBuffer(VECTOR + IoVector.BYTES);

    /**
     * Makes a reader.
     *
     * @param documents the document root whose files it reads
     */
    public FileReader(Documents documents) {
        this.documents = documents;
        this.minMappedBytes = documents.cache.minMappedBytes();
        this.waitsInPageFaults = documents.disk.waitsInPageFaults();
    }

    /**
     * Where a range can be sent from right now without touching the disk and without a copy.
     *
     * @param file the document
     * @param offset the range's first byte
     * @param length its length in bytes, at most {@link #MAX_RANGE_BYTES}
     * @return its address, valid for the send that follows at once; or 0
     */
    public long residentAddress(OpenFile file, long offset, int length) {
        long mapping = file.bytes() >= minMappedBytes ? file.mapping() : 0;
        if (mapping == 0 || !isResident(mapping, offset, length) || isCutShort(file, offset + length)) {
            return 0;
        }
        documents.counters.issued(Operation.READ);
        documents.counters.atOnce(Operation.READ);
        return mapping + offset;
    }

    /**
     * Where a range that is not resident can be sent from all the same, in which the loop will sleep until the disk has read
     * it. Who gets an address sends from it at once, and tells {@link #pageFaulted} how long that took.
     *
     * @param file the document
     * @param offset the range's first byte
     * @param length its length in bytes, at most {@link #MAX_RANGE_BYTES}
     * @return its address; or 0 if it is to be read first
     */
    public long faultingAddress(OpenFile file, long offset, int length) {
        long mapping = waitsInPageFaults && file.bytes() >= minMappedBytes ? file.mapping() : 0;
        if (mapping == 0 || isCutShort(file, offset + length)) {
            return 0;
        }
        documents.counters.issued(Operation.READ);
        return mapping + offset;
    }

    /**
     * Counts a send from an address that {@link #faultingAddress} gave.
     *
     * @param nanos how long it took
     */
    public void pageFaulted(long nanos) {
        documents.disk.pageFaulted(nanos);
    }

    private boolean isResident(long mapping, long offset, int length) {
        long first = offset & -PAGE_BYTES;
        long bytes = offset + length - first;
        int pages = (int) ((bytes + PAGE_BYTES - 1) / PAGE_BYTES);
        if (documents.linux.mincore(mapping + first, bytes, scratch.address()) < 0) {
            return false;
        }
        return PageVector.allResident(scratch.address(), pages);
    }

    /** The page that holds the new end of a file that was cut short still exists, with zeros where content was. */
    private boolean isCutShort(OpenFile file, long end) {
        return documents.sizeNow(file.fd()) < end;
    }

    /**
     * Reads a range into memory.
     *
     * @param file the document
     * @param offset the range's first byte
     * @param address where to put it
     * @param length its length in bytes
     * @param mayBeResident whether it is tried first to copy the range from memory even if {@link #residentAddress} could have
     *     answered for it: it was not asked
     * @param read gets the answer if it comes later
     * @return bytes read, fewer than asked only at the file's end; a negated error number; or {@link Disk#PENDING}
     */
    public long read(OpenFile file, long offset, long address, int length, boolean mayBeResident, FileRead read) {
        documents.counters.issued(Operation.READ);
        boolean unknown = mayBeResident || file.bytes() < minMappedBytes || file.mapping() == 0; // else known not to be
        long got = unknown && isWorthATry(file, offset, length) ? tryRead(file.fd(), offset, address, length) : 0;
        if (got == length || got < 0) {
            documents.counters.atOnce(Operation.READ);
            return got;
        }
        read.begin(got);
        long rest = documents.disk.read(file.fd(), address + got, length - (int) got, offset + got, read);
        return rest == Disk.PENDING ? rest : read.finish(rest);
    }

    /** A try that finds nothing makes the disk read, which it has enough to do of when reads wait already ({@link Disk#readsWait}). */
    private boolean isWorthATry(OpenFile file, long offset, int length) {
        if (!documents.disk.readsWait()) {
            return true;
        }
        long mapping = file.mapping();
        return mapping == 0 || isResident(mapping, offset, length);
    }

    /** What is resident of the range, from its beginning; 0 if nothing is. */
    private long tryRead(int fd, long offset, long address, int length) {
        long vector = scratch.address() + VECTOR;
        IoVector.put(vector, address, length);
        long got = documents.linux.preadv2(fd, vector, 1, offset, IoVector.RWF_NOWAIT);
        boolean nothing = got == -Errno.EAGAIN || got == -Errno.EOPNOTSUPP || got == -Errno.EINTR;
        return nothing ? 0 : got;
    }

    @Override
    public void close() {
        scratch.close();
    }
}
