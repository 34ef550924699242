package io.laio.testbed.disk.model.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The device models of a directory: one JSON file each, named like the model.
 *
 * @param directory where the files are, {@code config/disks}
 */
public record DiskCatalogue(Path directory) {
    static final String SUFFIX = ".json";

    /**
     * Finds a device model.
     *
     * @param name its name, or a JSON file; {@code @PARAMETER=VALUE} behind it, once or several times, replaces values
     * @return what its file says, checked
     * @throws DiskSpecException if there is none, or its file or a value is wrong
     */
    public DiskSpec find(String name) throws DiskSpecException {
        DiskName parts = DiskName.parse(name);
        Path named = directory.resolve(parts.model() + SUFFIX);
        boolean known = !parts.model().contains("/") && Files.isRegularFile(named);
        Path file = known ? named : Path.of(parts.model());
        if (!known && !parts.model().endsWith(SUFFIX)) {
            throw new DiskSpecException("no device model \"" + parts.model() + "\"; there are "
                    + String.join(", ", names()) + " (" + directory + "), or name a file that ends with " + SUFFIX);
        }
        return SpecReader.read(name, file, parts.overrides());
    }

    /**
     * Which models there are.
     *
     * @return their names, sorted; none if the directory cannot be read
     */
    public List<String> names() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // the complaint about the name says where it was looked for
        }
    }
}
