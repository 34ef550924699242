package io.laio.soak;

import io.laio.linux.NativeBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of known content: stream {@code i} is that of file {@code i}.
 *
 * @param directory where everything happens
 * @param files how many files
 * @param fileBytes length of each
 */
record Fixture(Path directory, int files, int fileBytes) {
    static final int ENTRIES = 20;

    private static final int BLOCK_BYTES = 1 << 20;

    void make() throws IOException {
        for (int i = 0; i < files; i++) {
            write(Path.of(file(i)), i);
        }
        Files.createDirectory(Path.of(known()));
        for (int i = 0; i < ENTRIES; i++) {
            Files.createFile(directory.resolve("known").resolve("entry" + i));
        }
        Files.createDirectory(directory.resolve("new"));
    }

    private void write(Path path, int stream) throws IOException {
        try (NativeBuffer block = new NativeBuffer(BLOCK_BYTES);
                FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int position = 0; position < fileBytes; position += BLOCK_BYTES) {
                int length = Math.min(BLOCK_BYTES, fileBytes - position);
                Content.fill(block.address(), length, stream, position);
                ByteBuffer bytes = block.asByteBuffer().limit(length);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true); // what is dirty cannot be evicted
        }
    }

    String file(int number) {
        return directory.resolve("file" + number).toString();
    }

    /** A directory of {@value #ENTRIES} entries. */
    String known() {
        return directory.resolve("known").toString();
    }

    /** A name for what a task makes. */
    String made(String name) {
        return directory.resolve("new").resolve(name).toString();
    }

    /** Removes what tasks that were ended have left. */
    void sweep() throws IOException {
        try (Stream<Path> left = Files.list(directory.resolve("new"))) {
            for (Path path : left.toList()) {
                Files.delete(path);
            }
        }
    }

    void remove() throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> all = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
