package io.laio.testbed.disk.device;

import io.laio.Completions;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.Laziness;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.testbed.disk.Descriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads of a device around the page cache, all at the same time: a page each, far apart. */
final class DirectReads implements AutoCloseable {
    private static final int PAGE_BYTES = 4096;
    private static final long APART_BYTES = 512 << 10;

    private final int count;
    private final NativeBuffer memory;
    private final Descriptor device;
    private final Laio laio;

    private DirectReads(Path path, int count) throws Exception {
        this.count = count;
        this.memory = new NativeBuffer(count * PAGE_BYTES);
        this.device = Descriptor.open(Linux.open(), path, OpenHow.O_RDONLY | OpenHow.O_DIRECT);
        this.laio = Laio.open(LaioOptions.DEFAULTS);
    }

    static DirectReads begin(Path path, int count) throws Exception {
        DirectReads reads = new DirectReads(path, count);
        for (int i = 0; i < count; i++) {
            long to = reads.memory.address(i * PAGE_BYTES, PAGE_BYTES);
            reads.laio.read(reads.device.fd(), to, PAGE_BYTES, i * APART_BYTES, Laziness.RING);
            if (reads.laio.errno() != Errno.EINPROGRESS) {
                throw new IllegalStateException("a read in the ring is over at once");
            }
        }
        reads.laio.poll(new Completions(1), 0); // submits them: none is done, because the model holds them
        return reads;
    }

    /** Bytes read, or negated error numbers. */
    List<Long> awaitAll() {
        Completions completions = new Completions(count);
        List<Long> outcomes = new ArrayList<>();
        while (outcomes.size() < count) {
            laio.poll(completions, -1);
            for (int i = 0; i < completions.count(); i++) {
                outcomes.add(completions.errno(i) != 0 ? -completions.errno(i) : completions.value(i));
            }
        }
        return outcomes;
    }

    @Override
    public void close() {
        laio.close();
        device.close();
        memory.close();
    }
}
