package io.laio.examples;

import io.laio.Completions;
import io.laio.EngineUnavailableException;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.linux.Errno;
import io.laio.linux.FileStatus;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Copies the files of a tree, many at a time, on one thread: while the disk is busy with some, others go on.
 *
 * <p>A file that cannot be copied is reported and leaves nothing behind; the others are copied all the same. Only regular files
 * are copied, with their permissions; the tree itself is walked, and its directories are made, by {@code java.nio}.
 */
public final class CopyFiles {
    private static final int DEFAULT_IN_FLIGHT = 64;
    private static final long IN_BACKGROUND = Long.MIN_VALUE;

    private final Laio laio;
    private final Path source;
    private final Path target;
    private final List<Failure> failures = new ArrayList<>();
    private int copying;
    private long files;
    private long bytes;

    /**
     * A file that was not copied.
     *
     * @param file which
     * @param why the call that failed, and its error
     */
    public record Failure(Path file, String why) {}

    /**
     * What was done.
     *
     * @param files how many files were copied
     * @param bytes how much that was
     * @param failures what was not copied
     */
    public record Report(long files, long bytes, List<Failure> failures) {}

    private CopyFiles(Laio laio, Path source, Path target) {
        this.laio = laio;
        this.source = source;
        this.target = target;
    }

    /**
     * Copies.
     *
     * @param arguments a directory to copy from and one to copy to
     * @throws IOException if a file could not be copied
     * @throws EngineUnavailableException if the system lacks what laio needs
     */
    public static void main(String... arguments) throws EngineUnavailableException, IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: CopyFiles SOURCE TARGET");
        }
        Report report = copy(Path.of(arguments[0]), Path.of(arguments[1]), DEFAULT_IN_FLIGHT, LaioOptions.DEFAULTS);
        System.out.println(report.files() + " files, " + report.bytes() + " bytes");
        report.failures().forEach(failure -> System.err.println(failure.file() + ": " + failure.why()));
        if (!report.failures().isEmpty()) {
            throw new IOException(report.failures().size() + " files were not copied");
        }
    }

    /**
     * Copies a tree.
     *
     * @param source the directory to copy from
     * @param target the directory to copy to; made if need be, and not within the source
     * @param inFlight how many files are copied at a time, 1 or more
     * @param options how to set laio up
     * @return what was done
     * @throws IOException if the tree cannot be walked
     * @throws EngineUnavailableException if the system lacks what laio needs
     */
    public static Report copy(Path source, Path target, int inFlight, LaioOptions options)
            throws EngineUnavailableException, IOException {
        Path from = source.toRealPath();
        Files.createDirectories(target);
        if (target.toRealPath().startsWith(from)) {
            throw new IllegalArgumentException(target + " is within " + source);
        }
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(from)) {
            paths = tree.toList();
        }
        try (Laio laio = Laio.open(options)) {
            CopyFiles copy = new CopyFiles(laio, from, target.toRealPath());
            copy.makeDirectories(paths);
            copy.copyAll(paths.iterator(), new Completions(inFlight), inFlight);
            return new Report(copy.files, copy.bytes, List.copyOf(copy.failures));
        }
    }

    private void makeDirectories(List<Path> paths) throws IOException {
        for (Path path : paths) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(copyOf(path));
            } else if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                failures.add(new Failure(path, "not a regular file"));
            }
        }
    }

    private Path copyOf(Path path) {
        return target.resolve(source.relativize(path));
    }

    /** The event loop: keeps so many files on their way, and tells each the result of the call that it waited for. */
    private void copyAll(Iterator<Path> paths, Completions completions, int inFlight) {
        while (copying > 0 || paths.hasNext()) {
            while (copying < inFlight && paths.hasNext()) {
                begin(paths.next());
            }
            laio.poll(completions, copying == 0 ? 0 : -1);
            for (int i = 0; i < completions.count(); i++) {
                long result = completions.errno(i) == 0 ? completions.value(i) : -completions.errno(i);
                if (completions.attachment(i) instanceof Copy copy) {
                    copy.resume(result);
                }
            }
        }
    }

    private void begin(Path path) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            new Copy(path, copyOf(path)).start();
        }
    }

    /** The call that a file waits for. */
    private enum Step {
        OPEN,
        STAT,
        CREATE,
        READ,
        WRITE
    }

    /** One file on its way. */
    private final class Copy {
        private static final int CHUNK_BYTES = 256 << 10;

        private final Path from;
        private final Path to;
        private final NativeBuffer chunk = new NativeBuffer(CHUNK_BYTES);
        private Step step = Step.OPEN;
        private int input = -1;
        private int output = -1;
        private long offset;

        Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
            copying++;
        }

        void start() {
            resume(open(from, OpenHow.O_RDONLY, 0));
        }

        /** Makes one call after the other, until one goes on in the background. */
        void resume(long result) {
            long outcome = result;
            while (outcome != IN_BACKGROUND) {
                outcome = outcome < 0 ? failed((int) -outcome) : next(outcome);
            }
        }

        private long next(long result) {
            return switch (step) {
                case OPEN -> {
                    input = (int) result;
                    yield stat();
                }
                case STAT -> create();
                case CREATE -> {
                    output = (int) result;
                    yield read();
                }
                case READ -> result == 0 ? copied() : write(result);
                case WRITE -> {
                    offset += result; // all that was read: a write is whole, or an error
                    yield read();
                }
            };
        }

        private long open(Path path, int flags, int mode) {
            try (NativeBuffer name = NativeBuffer.ofString(path.toString());
                    NativeBuffer how = OpenHow.allocate(flags | OpenHow.O_CLOEXEC, mode, 0)) {
                return outcome(laio.open(OpenHow.AT_FDCWD, name.address(), how.address())); // which copies both
            }
        }

        private long stat() {
            step = Step.STAT;
            return outcome(laio.stat(input, chunk.address(0, FileStatus.BYTES)));
        }

        private long create() {
            step = Step.CREATE;
            int permissions = FileStatus.mode(chunk.address()) & 0777;
            return open(to, OpenHow.O_WRONLY | OpenHow.O_CREAT | OpenHow.O_TRUNC, permissions);
        }

        private long read() {
            step = Step.READ;
            return outcome(laio.read(input, chunk.address(), CHUNK_BYTES, offset));
        }

        private long write(long length) {
            step = Step.WRITE;
            return outcome(laio.write(output, chunk.address(), length, offset));
        }

        private long outcome(long value) {
            if (value >= 0) {
                return value;
            }
            if (laio.errno() != Errno.EINPROGRESS) {
                return -laio.errno();
            }
            laio.attach(this);
            return IN_BACKGROUND;
        }

        private long copied() {
            files++;
            bytes += offset;
            return finish();
        }

        private long failed(int errno) {
            failures.add(new Failure(from, step.name().toLowerCase(Locale.ROOT) + ": " + Errno.describe(errno)));
            if (output >= 0) {
                to.toFile().delete(); // what is there of it is not a copy
            }
            return finish();
        }

        private long finish() {
            close(input);
            close(output);
            chunk.close();
            copying--;
            return IN_BACKGROUND;
        }

        private void close(int fd) {
            if (fd >= 0) {
                laio.close(fd); // at once: nothing is in flight on it
            }
        }
    }
}
