package io.laio.testbed.disk.daemon;

import io.laio.EngineUnavailableException;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.Laziness;
import io.laio.linux.Linux;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import io.laio.testbed.disk.Descriptor;
import io.laio.testbed.disk.DeviceCatalogue;
import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.EmulatedDevice;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.fuse.ImageNodes;
import java.io.IOException;

/**
 * What a disk's own process does: it mounts FUSE and serves it until it is unmounted.
 *
 * @param registry where the disk is written down
 * @param catalogue where its model comes from
 */
public record DiskDaemon(DiskRegistry registry, DeviceCatalogue catalogue) {
    // A loop device has 128 tags (hw_queue_depth, drivers/block/loop.c of Linux 6.18), so no more requests are in
    // flight; names
    // and sizes are asked now and then.
    private static final int SLOTS = 128 + 16;
    private static final int PR_SET_IO_FLUSHER = 57; // include/uapi/linux/prctl.h

    /**
     * Serves a disk.
     *
     * @param id the disk's name
     * @throws IOException if it cannot be served
     */
    public void serve(String id) throws IOException {
        DiskState state = registry.read(id);
        requireMaker(state);
        registry.writeDaemon(id, ProcessIdentity.own());
        requireMaker(state); // who is killed from now on leaves this process written down
        EmulatedDevice device = catalogue.find(
                state.wanted().model(),
                state.wanted().sizeBytes(),
                state.wanted().seed());
        Linux linux = Linux.open();
        linux.syscall(SystemCall.PRCTL, PR_SET_IO_FLUSHER, 1, 0, 0); // if refused, memory may be short; nothing else
        ImageNodes nodes =
                new ImageNodes(state.wanted().sizeBytes(), device.queue().maxRequestBytes());
        LaioOptions options = LaioOptions.DEFAULTS.withLaziness(Laziness.RING);
        try (Slots slots = new Slots(SLOTS, nodes.maxRequestBytes());
                Descriptor image = Descriptor.open(linux, state.layout().image(), OpenHow.O_RDWR | OpenHow.O_DIRECT);
                FuseChannel fuse = FuseChannel.mount(linux, state.layout().device());
                Laio laio = Laio.open(options)) {
            Meter meter = new Meter(linux.nanoTime());
            serve(id, new DiskParts(laio, fuse, image, nodes, device.model(), slots, meter, linux::nanoTime), linux);
        } catch (EngineUnavailableException e) {
            throw new DiskException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The disk must be wanted by the very process that started this one: whoever was killed meanwhile cannot take down what is
     * mounted from now on, and a disk that somebody else has begun in the same place has a daemon of its own.
     */
    private static void requireMaker(DiskState state) throws DiskException {
        long maker = state.maker().pid();
        boolean isParent = ProcessHandle.current()
                .parent()
                .filter(parent -> parent.pid() == maker)
                .isPresent();
        if (!isParent || !state.maker().runs()) {
            throw new DiskException(
                    "process " + maker + ", which wants this disk, is not the one that started this daemon");
        }
    }

    private void serve(String id, DiskParts parts, Linux linux) throws IOException {
        DiskLoop loop = new DiskLoop(parts);
        loop.pacer().pace(false); // until the file system is made
        try (ControlServer _ = ControlServer.open(registry.socket(id), new DiskDesk(loop, parts, linux)::take)) {
            System.err.println("serving " + id + ", process "
                    + ProcessHandle.current().pid() + ", engine " + parts.laio().engine());
            loop.run();
        }
    }
}
