package io.laio.testbed.disk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The emulated disks of this machine, a file each, so that every command finds them, also those whose makers were killed.
 *
 * @param directory where the files lie
 */
public record DiskRegistry(Path directory) {
    /** Where they usually lie. Not below /run: when the machine starts again the mounts are gone, the images are not. */
    public static final Path USUAL = Path.of("/var/lib/laio/disks");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(
                    DeserializationFeature
                            .FAIL_ON_UNKNOWN_PROPERTIES) // of a later version, which must be taken down too
            .build();
    private static final String SUFFIX = ".json";

    /**
     * Keeps processes apart that are about to change the same disk.
     *
     * @return the locks of these disks
     */
    public DiskLocks locks() {
        return new DiskLocks(directory);
    }

    /**
     * Names a disk: the directory's own name for people, and a digest of the whole path.
     *
     * @param disk the disk's directory, absolute
     * @return the name, fit for a file
     */
    public static String id(Path disk) {
        String name = String.valueOf(disk.getFileName()).replaceAll("[^A-Za-z0-9-]", "_");
        int digest = disk.toString().hashCode();
        String start = name.substring(0, Math.min(name.length(), 32));
        return start + "-" + HexFormat.of().toHexDigits(digest);
    }

    private Path stateFile(String id) {
        return directory.resolve(id + SUFFIX);
    }

    /**
     * Where a daemon takes orders.
     *
     * @param id the disk's name
     * @return path of a Unix socket
     */
    public Path socket(String id) {
        return directory.resolve(id + ".sock");
    }

    private Path daemonFile(String id) {
        return directory.resolve(id + ".daemon");
    }

    /**
     * Writes down how far a disk has come, here and in the disk's directory if there is one.
     *
     * @param state the state
     * @throws IOException if it cannot be written; then it is as it was
     */
    public void write(DiskState state) throws IOException {
        byte[] text = JSON.writeValueAsBytes(state);
        replace(stateFile(state.id()), text);
        if (Files.isDirectory(state.layout().directory())) {
            replace(state.layout().state(), text);
        }
    }

    /**
     * Where a file is written before it takes its name; who is killed meanwhile leaves it.
     *
     * @param file one of the registry, or a disk's own record
     * @return its neighbour, {@code .new}
     */
    public static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** On its medium before it is renamed: after a power failure it must not be empty. */
    private static void replace(Path file, byte[] content) throws IOException {
        Path beside = beside(file);
        Files.write(
                beside,
                content,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Finds a disk by its directory.
     *
     * @param disk the directory, absolute
     * @return its state; empty if there is no disk
     * @throws IOException if the state cannot be read
     */
    public Optional<DiskState> find(Path disk) throws IOException {
        Path file = stateFile(id(disk));
        Path copy = new DiskLayout(disk).state();
        Optional<DiskState> state = readIfThere(file);
        return state.isPresent() ? state : readIfThere(copy);
    }

    /**
     * Finds a disk by its name.
     *
     * @param id the name
     * @return its state
     * @throws IOException if there is none, or it cannot be read
     */
    public DiskState read(String id) throws IOException {
        return read(stateFile(id));
    }

    /**
     * Reads a record.
     *
     * @param file one of {@link #records}
     * @return the disk's state
     * @throws IOException if it is none, or there is none any more
     */
    public static DiskState read(Path file) throws IOException {
        try {
            return JSON.readValue(file.toFile(), DiskState.class);
        } catch (JsonProcessingException e) {
            throw new DiskException(file + " is no state of a disk: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * All disks.
     *
     * @return their states, in the order of their names
     * @throws IOException if one cannot be read
     */
    public List<DiskState> all() throws IOException {
        List<DiskState> states = new ArrayList<>();
        for (Path file : records()) {
            readIfThere(file).ifPresent(states::add);
        }
        return states;
    }

    /**
     * Reads a record that somebody may have taken away meanwhile.
     *
     * @param file one of {@link #records}
     * @return the disk's state; empty if it is gone
     * @throws IOException if it is none
     */
    public static Optional<DiskState> readIfThere(Path file) throws IOException {
        try {
            return Optional.of(read(file));
        } catch (FileNotFoundException e) {
            if (Files.exists(file)) {
                throw e; // it must not be read
            }
            return Optional.empty();
        }
    }

    /**
     * The records of all disks.
     *
     * @return a file each, in the order of their names
     * @throws IOException if the registry cannot be read
     */
    public List<Path> records() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Writes down which process a disk's daemon is.
     *
     * @param id the disk's name
     * @param daemon the process
     * @throws IOException if it cannot be written
     */
    public void writeDaemon(String id, ProcessIdentity daemon) throws IOException {
        replace(daemonFile(id), JSON.writeValueAsBytes(daemon));
    }

    /**
     * Which process a disk's daemon is.
     *
     * @param id the disk's name
     * @return the process, running or not; empty if none was written down
     * @throws IOException if it cannot be read
     */
    public Optional<ProcessIdentity> daemon(String id) throws IOException {
        try {
            String text = Files.readString(daemonFile(id), StandardCharsets.UTF_8);
            return Optional.of(JSON.readValue(text, ProcessIdentity.class));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /**
     * Forgets a disk, also what a process that was killed has left half-written.
     *
     * @param id its name
     * @throws IOException if a file cannot be deleted
     */
    public void forget(String id) throws IOException {
        for (Path file : List.of(socket(id), daemonFile(id), stateFile(id))) {
            Files.deleteIfExists(beside(file));
            Files.deleteIfExists(file);
        }
    }
}
