package io.laio.http.helper;

import io.laio.http.loop.Deadlines;
import io.laio.http.loop.OperationCounters;
import io.laio.http.loop.Pauses;
import io.laio.http.loop.StallTracker;
import io.laio.http.server.LoopContext;
import io.laio.http.server.ServerOptions;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A disk with helpers in which nothing happens by itself: neither time, nor helpers, nor the kernel. */
final class HelperFixture implements AutoCloseable {
    static final int DIRECTORY = 9;

    final FakeClock clock = new FakeClock();
    final FakeFiles files = new FakeFiles(clock);
    final ScriptedSpawner spawner = new ScriptedSpawner(files);
    final OperationCounters operations = new OperationCounters();
    final StallTracker tracker = new StallTracker(clock, clock, Pauses.NONE);
    final Deadlines deadlines = new Deadlines();
    final List<String> warnings = new ArrayList<>();
    final HelperDisk disk;
    private final List<Asker> askers = new ArrayList<>();
    private final NativeBuffer how = OpenHow.allocate(OpenHow.O_RDONLY, 0, OpenHow.RESOLVE_BENEATH);

    HelperFixture(HelperLimits limits) {
        ServerOptions options =
                ServerOptions.of(Path.of("/"), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        LoopContext context = new LoopContext(files, () -> files, clock, operations, tracker, deadlines, options);
        disk = new HelperDisk(context, limits, spawner, warnings::add);
    }

    Asker read(int fd, long offset, int length) {
        return keep(Asker.reading(disk, fd, offset, length));
    }

    Asker open(String path) {
        return keep(Asker.opening(disk, DIRECTORY, path, how.address()));
    }

    private Asker keep(Asker asker) {
        askers.add(asker);
        return asker;
    }

    ScriptedSpawner.Scripted reader(int index) {
        return spawner.of(HelperKind.READ).get(index);
    }

    ScriptedSpawner.Scripted converter(int index) {
        return spawner.of(HelperKind.NAME).get(index);
    }

    HelperStatistics reads() {
        return disk.statistics(HelperKind.READ);
    }

    HelperStatistics names() {
        return disk.statistics(HelperKind.NAME);
    }

    void pass(long nanos) {
        clock.pass(nanos);
        deadlines.expire(clock.nanos());
    }

    /** Ends the loop, as a server does whose time is up. */
    void stop() {
        if (!spawner.closed) {
            disk.close();
        }
    }

    @Override
    public void close() {
        stop();
        askers.forEach(Asker::close);
        how.close();
    }
}
