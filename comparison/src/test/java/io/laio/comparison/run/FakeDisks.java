package io.laio.comparison.run;

import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.DiskState.Stage;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.WantedDisk;
import io.laio.testbed.disk.daemon.DiskStatistics;
import io.laio.testbed.disk.device.DiskPart;
import io.laio.testbed.disk.device.DiskStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Disks that exist only on paper, and whose steps fail as a test says. */
final class FakeDisks implements EmulatedDisks {
    /** Something that happens in place of a step. */
    @FunctionalInterface
    interface Accident {
        void happen() throws IOException, InterruptedException;
    }

    final List<DiskStatus> present = new ArrayList<>();
    final List<Boolean> paces = new ArrayList<>();
    final Deque<Accident> atDown = new ArrayDeque<>();
    final Deque<Accident> atPace = new ArrayDeque<>();

    /** A disk that was there before. */
    DiskState was(Path directory, boolean makersOwn, boolean makerAlive) {
        WantedDisk wanted = new WantedDisk("hdd-2004", directory.toString(), 64 << 20, 0, 1, null, makersOwn);
        DiskState state = state(wanted, new ProcessIdentity(makerAlive ? 1 : 4_194_305, 1, "this boot"));
        present.add(new DiskStatus(state, 77L, Set.of(DiskPart.FILE_SYSTEM), makerAlive, false));
        return state;
    }

    private static DiskState state(WantedDisk wanted, ProcessIdentity maker) {
        return new DiskState(wanted, DiskRegistry.id(Path.of(wanted.directory())), true, maker, Stage.READY, 3);
    }

    List<DiskState> states() {
        return present.stream().map(DiskStatus::state).toList();
    }

    @Override
    public List<DiskStatus> list() {
        return List.copyOf(present);
    }

    @Override
    public DiskState up(WantedDisk wanted) {
        DiskState state = state(wanted, ProcessIdentity.own());
        present.add(new DiskStatus(state, 78L, Set.of(DiskPart.FILE_SYSTEM), true, false));
        return state;
    }

    @Override
    public void down(DiskState disk) throws IOException, InterruptedException {
        if (!atDown.isEmpty()) {
            atDown.pop().happen();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("as the kernel's waits do");
        }
        present.removeIf(status -> status.state().equals(disk));
    }

    @Override
    public void pace(DiskState disk, boolean on) throws IOException {
        if (!atPace.isEmpty()) {
            try {
                atPace.pop().happen();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        paces.add(on);
    }

    @Override
    public DiskStatistics statistics(DiskState disk) {
        return FakeDisk.counted(paces.size(), 0);
    }
}
