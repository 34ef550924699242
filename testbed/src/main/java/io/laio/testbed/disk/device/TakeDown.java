package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskLayout;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.device.DiskMachine.Unmount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Takes a disk down. It believes nothing but what it sees on the machine, so it can be run after a death at any moment, and
 * twice. It goes on when a step fails, and tells of the first failure at the end; the disk stays written down then.
 *
 * @param machine what it is done to
 * @param registry where the disk is written down
 */
record TakeDown(DiskMachine machine, DiskRegistry registry) {
    /** Runs steps, and keeps the first failure. */
    private static final class Steps {
        private @Nullable IOException failure;

        void run(DiskStep step) throws InterruptedException {
            try {
                step.run();
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }

        void end() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }
    }

    /**
     * Takes it down.
     *
     * @return whether somebody still used it, and now gets errors
     */
    boolean run(DiskState state) throws IOException, InterruptedException {
        DiskLayout layout = state.layout();
        Steps steps = new Steps();
        AtomicBoolean forced = new AtomicBoolean();
        steps.run(() -> hurryDaemon(state));
        new Watchdog(machine, state).over(() -> {
            steps.run(() -> forced.set(unmountAll(layout.fileSystem())));
            steps.run(() -> detachLoops(layout.pacedImage()));
            steps.run(() -> unmountAll(layout.device()));
        });
        steps.run(() -> machine.awaitDaemon(state));
        steps.end(); // what is still mounted must not be deleted
        steps.run(() -> machine.removeFiles(layout, state.madeDirectory()));
        steps.end();
        registry.forget(state.id());
        return forced.get();
    }

    /** A daemon that does not answer would let everything below wait for ever: its death ends that. */
    private void hurryDaemon(DiskState state) throws IOException, InterruptedException {
        if (!machine.isDaemonAlive(state)) {
            return;
        }
        try {
            machine.pace(state, false);
        } catch (IOException silent) {
            machine.killDaemon(state);
        }
    }

    /** One above the other, if there are several; tells whether force was needed. */
    private boolean unmountAll(Path directory) throws IOException {
        boolean forced = false;
        while (machine.isMounted(directory)) {
            try {
                machine.unmount(directory, Unmount.PLAIN);
            } catch (IOException busy) {
                machine.unmount(directory, Unmount.FORCED);
                forced = true;
            }
        }
        return forced;
    }

    private void detachLoops(Path file) throws IOException, InterruptedException {
        for (int loop : machine.loopsOver(file)) {
            machine.detachLoop(loop);
        }
    }
}
