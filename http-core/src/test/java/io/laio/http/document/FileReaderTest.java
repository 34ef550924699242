package io.laio.http.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.Clock;
import io.laio.http.loop.OperationCounters;
import io.laio.http.protocol.FileHeaders;
import io.laio.http.protocol.FileVersion;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SystemCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the kernel is asked whether a range is in memory, and in which way: a try by reading has consequences for the disk. */
class FileReaderTest {
    private static final int FD = 5;
    private static final int BYTES = 10_000;
    private static final long MAPPING = 1 << 20;

    private final List<String> calls = new ArrayList<>();
    private boolean resident;
    private boolean mappable = true;
    private boolean readsWait;

    private final Linux linux = (number, a, b, c, d, e, f) -> {
        if (number == SystemCall.GETEUID.number()) {
            return 0;
        }
        calls.add(String.valueOf(SystemCall.ofNumber(number)));
        return switch (SystemCall.ofNumber(number)) {
            case MMAP -> mappable ? MAPPING : -Errno.ENODEV;
            case MINCORE -> pages(c, (int) (b + 4095) / 4096);
            case PREADV2 -> resident ? BYTES : -Errno.EAGAIN;
            case null, default -> 0;
        };
    };

    private long pages(long vector, int count) {
        for (int i = 0; i < count; i++) {
            Memory.putByte(vector + i, (byte) (resident ? 1 : 0));
        }
        return 0;
    }

    private final Disk disk = new Disk() {
        @Override
        public long open(int directory, long path, long how, DiskCompletion completion) {
            return -Errno.ENOENT;
        }

        @Override
        public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
            calls.add("disk");
            return PENDING;
        }

        @Override
        public boolean readsWait() {
            return readsWait;
        }

        @Override
        public void close() {}
    };

    private final Documents documents =
            new Documents(linux, disk, Clock.SYSTEM, new OperationCounters(), 3, 10, Long.MAX_VALUE);
    private final FileReader reader = new FileReader(documents);
    private final NativeBuffer memory = new NativeBuffer(BYTES);

    @AfterEach
    void close() {
        reader.close();
        documents.close();
        memory.close();
    }

    private long read() {
        FileVersion version = new FileVersion(BYTES, 0, 0, 1);
        byte[] type = "text/plain".getBytes(StandardCharsets.US_ASCII);
        OpenFile file = new OpenFile(linux, FD, 1, version, new FileHeaders(version, type, 0), true);
        return reader.read(file, 0, memory.address(), BYTES, true, new FileRead(result -> {}));
    }

    @Test
    void whileNoReadWaitsASmallDocumentIsTriedByReadingIt() {
        resident = true;
        assertEquals(BYTES, read());
        assertEquals(List.of("PREADV2"), calls);
    }

    @Test
    void whatIsNotThereTheDiskReads() {
        assertEquals(Disk.PENDING, read());
        assertEquals(List.of("PREADV2", "disk"), calls);
    }

    @Test
    void whileReadsWaitWhatIsNotThereIsNotTried() {
        readsWait = true;
        assertEquals(Disk.PENDING, read());
        assertEquals(List.of("MMAP", "MINCORE", "disk"), calls);
    }

    @Test
    void whileReadsWaitWhatIsThereIsReadAllTheSame() {
        readsWait = true;
        resident = true;
        assertEquals(BYTES, read());
        assertEquals(List.of("MMAP", "MINCORE", "PREADV2"), calls);
    }

    /** Better one read too many than a document in memory that waits for the disk. */
    @Test
    void whileReadsWaitWhatCannotBeAskedAboutIsTried() {
        readsWait = true;
        mappable = false;
        resident = true;
        assertEquals(BYTES, read());
        assertEquals(List.of("MMAP", "PREADV2"), calls);
    }
}
