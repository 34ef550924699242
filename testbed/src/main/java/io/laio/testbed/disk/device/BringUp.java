package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.DiskState.Stage;
import io.laio.testbed.disk.QueueSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Brings a disk up, step by step, each written down before it begins. What fails half-way is taken down again.
 *
 * @param machine what it is done to
 * @param registry where it is written down
 */
record BringUp(DiskMachine machine, DiskRegistry registry) {
    private static final int TRIES = 16; // for a loop device that nobody takes meanwhile

    DiskState run(DiskState wanted, QueueSettings queue) throws IOException, InterruptedException {
        try {
            return steps(wanted, queue);
        } catch (IOException | InterruptedException | RuntimeException e) {
            unwind(wanted, e);
            throw e;
        }
    }

    private DiskState steps(DiskState wanted, QueueSettings queue) throws IOException, InterruptedException {
        DiskState state = enter(wanted, Stage.IMAGE);
        machine.makeImage(state.layout(), state.wanted().sizeBytes());
        state = enter(state, Stage.DAEMON);
        machine.startDaemon(state);
        state = attachLoop(enter(state, Stage.LOOP));
        int loop = Objects.requireNonNull(state.loop());
        state = enter(state, Stage.FORMAT);
        machine.makeFileSystem(loop, state.wanted());
        state = enter(
                state, Stage.QUEUE); // after mkfs, which makes the kernel set limits anew, and read-ahead with them
        machine.setQueue(loop, queue);
        state = enter(state, Stage.MOUNT);
        machine.mount(loop, state.layout().fileSystem());
        machine.pace(state, true);
        return enter(state, Stage.READY);
    }

    private DiskState enter(DiskState state, Stage stage) throws IOException {
        DiskState next = state.at(stage);
        registry.write(next);
        return next;
    }

    private DiskState attachLoop(DiskState state) throws IOException {
        Path file = state.layout().pacedImage();
        for (int i = 0; i < TRIES; i++) {
            int loop = machine.freeLoop();
            DiskState with = state.withLoop(loop);
            registry.write(with);
            if (machine.attachLoop(loop, file)) {
                return with;
            }
        }
        throw new IOException("no loop device could be had: others took each of " + TRIES + " before");
    }

    /** Neither the interrupt that may have been the failure nor one that comes meanwhile stops the clearing. */
    private void unwind(DiskState state, Exception failure) {
        boolean interrupted = Thread.interrupted();
        try {
            while (!takenDown(state)) {
                interrupted = true;
            }
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
        if (interrupted && !(failure instanceof InterruptedException)) {
            Thread.currentThread().interrupt();
        }
    }

    /** It can begin again anywhere; false if it was interrupted. */
    private boolean takenDown(DiskState state) throws IOException {
        try {
            new TakeDown(machine, registry).run(state);
            return true;
        } catch (InterruptedException again) {
            return false;
        } catch (IOException e) { // an interrupt also makes whatever reads or writes at the time fail
            if (Thread.interrupted()) {
                return false;
            }
            throw e;
        }
    }
}
