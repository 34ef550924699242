package io.laio.http.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;

/** Asks a disk once, and gets one answer: at once or later, and only one. */
final class Asker implements DiskCompletion, AutoCloseable {
    private static final byte UNTOUCHED = 0x55;

    private final NativeBuffer memory;
    private final int fd;
    private final long offset;
    private final int length;
    private int answers;
    private boolean asking;
    private long result;

    private Asker(int fd, long offset, int length) {
        this.memory = new NativeBuffer(Math.max(1, length));
        this.fd = fd;
        this.offset = offset;
        this.length = length;
        for (int i = 0; i < length; i++) {
            Memory.putByte(memory.address() + i, UNTOUCHED);
        }
    }

    static Asker reading(Disk disk, int fd, long offset, int length) {
        Asker asker = new Asker(fd, offset, length);
        asker.asking = true;
        asker.answered(disk.read(fd, asker.memory.address(), length, offset, asker));
        asker.asking = false;
        return asker;
    }

    /** Asks for a name; the memory that holds it is overwritten and freed when the call returns. */
    static Asker opening(Disk disk, int directory, String path, long how) {
        Asker asker = new Asker(-1, 0, 0);
        try (NativeBuffer text = NativeBuffer.ofString(path)) {
            asker.asking = true;
            asker.answered(disk.open(directory, text.address(), how, asker));
            asker.asking = false;
            Memory.zero(text.address(), path.length());
        }
        return asker;
    }

    private void answered(long atOnce) {
        if (atOnce != Disk.PENDING) {
            answers++;
            result = atOnce;
        }
    }

    @Override
    public void completed(long value) {
        assertEquals(false, asking, "completed inside the call");
        answers++;
        result = value;
    }

    boolean isAnswered() {
        assertEquals(true, answers <= 1, answers + " answers");
        return answers == 1;
    }

    long result() {
        assertEquals(true, isAnswered(), "no answer yet");
        return result;
    }

    /** What was read is the file's, and nothing behind it was touched. */
    void assertRead(int expected) {
        assertEquals(expected, result());
        for (int i = 0; i < length; i++) {
            byte should = i < expected ? FakeFiles.content(fd, offset + i) : UNTOUCHED;
            assertEquals(should, Memory.getByte(memory.address() + i), "byte " + i);
        }
    }

    @Override
    public void close() {
        memory.close();
    }
}
