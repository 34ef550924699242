package io.laio.testbed.disk.device;

import io.laio.linux.Linux;
import io.laio.testbed.disk.ConfiguredDisks;
import io.laio.testbed.disk.DeviceCatalogue;
import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.DiskLayout;
import io.laio.testbed.disk.DiskLocks;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.DiskState.Stage;
import io.laio.testbed.disk.EmulatedDevice;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.UnfitMachineException;
import io.laio.testbed.disk.WantedDisk;
import io.laio.testbed.disk.daemon.ControlClient;
import io.laio.testbed.disk.model.catalogue.DiskCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The emulated disks of this machine. For one thread at a time; other processes may do the same meanwhile, and wait for each
 * other.
 */
public final class Disks {
    /** What became of a disk that was taken down. */
    public enum Gone {
        /** Nothing: there was no disk. */
        THERE_WAS_NONE,
        /** Nobody used it. */
        QUIETLY,
        /** Somebody had it in use, and gets errors from now on. */
        FROM_ITS_USERS,
        /** Nothing: another process is just bringing it up. */
        COMES_UP
    }

    private final Linux linux;
    private final DiskRegistry registry;
    private final DeviceCatalogue catalogue;
    private final DiskMachine machine;

    /**
     * The disks of a registry.
     *
     * @param linux the kernel, of the calling thread
     * @param registry where they are written down
     * @param catalogue which there can be
     * @param daemonCommand how a daemon is started: a program and its arguments, to which the disk's name is added; the
     *     daemon must know the same registry and catalogue
     */
    public Disks(Linux linux, DiskRegistry registry, DeviceCatalogue catalogue, List<String> daemonCommand) {
        this(linux, registry, catalogue, new LinuxMachine(linux, new DaemonProcess(registry, daemonCommand)));
    }

    /**
     * The disks of laio.
     *
     * @param linux the kernel, of the calling thread
     * @param home laio's directory, whose {@code config/disks} says which there can be
     * @param registry the directory where they are written down; {@link DiskRegistry#USUAL} but for tests
     * @return nothing has been made yet
     */
    public static Disks of(Linux linux, Path home, Path registry) {
        String laio = home.resolve("bin/laio").toString();
        String where = registry.toAbsolutePath().toString();
        return new Disks(
                linux,
                new DiskRegistry(registry),
                catalogue(home),
                List.of(laio, "disk", "daemon", "--registry", where));
    }

    /**
     * The disks that there can be.
     *
     * @param home laio's directory
     * @return those of its {@code config/disks}
     */
    public static DeviceCatalogue catalogue(Path home) {
        return new ConfiguredDisks(new DiskCatalogue(home.resolve("config/disks")));
    }

    Disks(Linux linux, DiskRegistry registry, DeviceCatalogue catalogue, DiskMachine machine) {
        this.linux = linux;
        this.registry = registry;
        this.catalogue = catalogue;
        this.machine = machine;
    }

    /**
     * Brings a disk up: when this returns, its file system is empty, mounted, and as fast as the model says. What fails, and
     * what is interrupted, leaves nothing behind.
     *
     * @param wanted what is wanted
     * @return what there is now
     * @throws UnfitMachineException if the machine lacks something
     * @throws IOException if it cannot be done
     * @throws InterruptedException if the thread is interrupted
     */
    public DiskState up(WantedDisk wanted) throws IOException, InterruptedException {
        List<String> missing = new Requirements(linux).missing();
        if (!missing.isEmpty()) {
            throw new UnfitMachineException("emulated disks need " + String.join(", and ", missing)
                    + "; where that cannot be had, a limit on the rate of a real disk is the lesser choice "
                    + "(blkio.throttle.read_iops_device of cgroup v1, io.max of v2)");
        }
        EmulatedDevice device = catalogue.find(wanted.model(), wanted.sizeBytes(), wanted.seed());
        Path directory = real(Path.of(wanted.directory()));
        try (DiskLocks.Lock _ = registry.locks().lock(directory)) {
            return new BringUp(machine, registry).run(begin(wanted, directory), device.queue());
        }
    }

    private DiskState begin(WantedDisk wanted, Path directory) throws IOException {
        boolean isThere = Files.exists(directory);
        Files.createDirectories(directory);
        DiskLayout layout = new DiskLayout(directory);
        if (registry.find(directory).isPresent()) {
            throw new DiskException(
                    "there is a disk in " + directory + ": take it away by bin/laio disk down " + directory);
        }
        for (Path path : List.of(layout.image(), layout.device(), layout.fileSystem(), layout.log())) {
            if (Files.exists(path)) {
                throw new DiskException(path + " is in the way: choose another --dir");
            }
        }
        WantedDisk real = new WantedDisk(
                wanted.model(),
                directory.toString(),
                wanted.sizeBytes(),
                wanted.files(),
                wanted.seed(),
                wanted.cpu(),
                wanted.makersOwn());
        String id = DiskRegistry.id(directory);
        return new DiskState(real, id, !isThere, ProcessIdentity.own(), Stage.IMAGE, null);
    }

    /**
     * Takes a disk down, whole or what is left of it, with all that is on it. Where there is none nothing is done.
     *
     * @param directory the disk's
     * @return what became of it
     * @throws IOException if something stays; the message says what
     * @throws InterruptedException if the thread is interrupted
     */
    public Gone down(Path directory) throws IOException, InterruptedException {
        Path real = real(directory);
        try (DiskLocks.Lock _ = registry.locks().lock(real)) {
            Optional<DiskState> found = registry.find(real);
            if (found.isEmpty()) {
                registry.forget(DiskRegistry.id(real)); // who was killed before the first record was whole
                return Gone.THERE_WAS_NONE;
            }
            return takeDown(found.get());
        }
    }

    /**
     * Takes a disk down, unless another maker's has taken its place meanwhile.
     *
     * @param disk what was brought up, or listed
     * @return what became of it
     * @throws IOException if something stays; the message says what
     * @throws InterruptedException if the thread is interrupted
     */
    public Gone down(DiskState disk) throws IOException, InterruptedException {
        Path directory = disk.layout().directory();
        try (DiskLocks.Lock _ = registry.locks().lock(directory)) {
            Optional<DiskState> found =
                    registry.find(directory).filter(present -> present.maker().equals(disk.maker()));
            return found.isPresent() ? takeDown(found.get()) : Gone.THERE_WAS_NONE;
        }
    }

    private Gone takeDown(DiskState disk) throws IOException, InterruptedException {
        return new TakeDown(machine, registry).run(disk) ? Gone.FROM_ITS_USERS : Gone.QUIETLY;
    }

    /** The directory's name as the kernel writes it, also before it is made and after it is gone. */
    private static Path real(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        Path there = absolute;
        for (Path above = there.getParent(); above != null && !Files.exists(there); above = there.getParent()) {
            there = above;
        }
        return there.toRealPath().resolve(there.relativize(absolute)).normalize();
    }

    /**
     * Takes all disks down, but those that another process is just bringing up. A disk that cannot be taken down keeps none of
     * the others.
     *
     * @return what became of each
     * @throws IOException if the registry cannot be read
     * @throws InterruptedException if the thread is interrupted
     */
    public TakenDown downAll() throws IOException, InterruptedException {
        Map<Path, Gone> gone = new LinkedHashMap<>();
        Map<Path, IOException> failures = new LinkedHashMap<>();
        for (Path file : registry.records()) {
            Path subject = file;
            try {
                Optional<DiskState> state = DiskRegistry.readIfThere(file);
                if (state.isPresent()) {
                    subject = state.get().layout().directory();
                    gone.put(subject, downUnlessComingUp(subject));
                }
            } catch (IOException e) {
                failures.put(subject, e);
            }
        }
        return new TakenDown(gone, failures);
    }

    private Gone downUnlessComingUp(Path directory) throws IOException, InterruptedException {
        boolean comesUp = new Inventory(registry)
                .look(directory)
                .filter(DiskStatus::isComingUp)
                .isPresent();
        return comesUp ? Gone.COMES_UP : down(directory);
    }

    /**
     * All disks, also what is left of those whose daemon has died.
     *
     * @return how each is
     * @throws IOException if the registry cannot be read
     */
    public List<DiskStatus> list() throws IOException {
        return new Inventory(registry).list();
    }

    /**
     * Speaks to a disk's daemon.
     *
     * @param directory the disk's
     * @return a client
     * @throws IOException if there is no disk
     */
    public ControlClient control(Path directory) throws IOException {
        return new ControlClient(registry.socket(require(directory).id()));
    }

    private DiskState require(Path directory) throws IOException {
        Path real = real(directory);
        return registry.find(real)
                .orElseThrow(() -> new DiskException("there is no disk in " + real + "; bin/laio disk list shows all"));
    }

    /**
     * Makes a disk's file system cold: data, names and metadata. It is unmounted and mounted again, by which the kernel
     * forgets all that it had in memory of files and of the device. A daemon that answers nothing for half a minute meanwhile is
     * killed.
     *
     * @param directory the disk's
     * @throws IOException if somebody uses the file system, or the daemon had to be killed
     * @throws InterruptedException if the thread is interrupted while another process is busy with the disk
     */
    public void remount(Path directory) throws IOException, InterruptedException {
        try (DiskLocks.Lock _ = registry.locks().lock(real(directory))) {
            DiskState state = require(directory);
            Watchdog watchdog = new Watchdog(machine, state);
            if (watchdog.over(() -> remount(state))) {
                throw new DiskException("the disk is of no use any more" + watchdog.killedWords()
                        + ": take it away by bin/laio disk down "
                        + state.layout().directory());
            }
        }
    }

    private void remount(DiskState state) throws IOException {
        Path fileSystem = state.layout().fileSystem();
        int loop = Objects.requireNonNull(state.loop(), "a disk that is up has a loop device");
        if (machine.isMounted(fileSystem)) {
            machine.unmount(fileSystem, DiskMachine.Unmount.PLAIN);
        }
        machine.mount(loop, fileSystem);
    }
}
