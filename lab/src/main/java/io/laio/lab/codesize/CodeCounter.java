package io.laio.lab.codesize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts the lines of code of each system and component, and holds the map against the sources while doing so.
 */
public final class CodeCounter {
    private final Path repository;
    private final CodeMap map;
    private final CodeSize size;
    private final List<String> misfits = new ArrayList<>();

    private CodeCounter(Path repository, CodeMap map) {
        this.repository = repository;
        this.map = map;
        this.size = new CodeSize(map.systems());
    }

    /**
     * Counts.
     *
     * @param repository the directory that the map's paths start from
     * @param map what is counted as what
     * @return lines by system and component
     * @throws MisfitException if a place of the map is gone, or a file has no place; the message lists them all
     * @throws IOException if the sources cannot be read
     */
    public static CodeSize count(Path repository, CodeMap map) throws IOException {
        try {
            return new CodeCounter(repository, map).count();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private CodeSize count() throws IOException {
        List<String> files = files();
        map.places().forEach(place -> requireUsed(place, files));
        files.forEach(this::countFile);
        if (!misfits.isEmpty()) {
            throw new MisfitException(CodeMap.PATH + " does not fit the sources:\n" + String.join("\n", misfits));
        }
        return size;
    }

    private List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        for (String directory : map.sources()) {
            try (Stream<Path> below = Files.walk(repository.resolve(directory))) {
                below.filter(file -> file.toString().endsWith(".java"))
                        .map(file -> repository.relativize(file).toString())
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private void requireUsed(Place place, List<String> files) {
        if (files.stream().noneMatch(place::holds)) {
            misfits.add(place.path() + ": there is no such source");
        }
        place.of().stream()
                .filter(system -> !map.systems().containsKey(system))
                .forEach(system -> misfits.add(place.path() + ": no system is called " + system));
    }

    private void countFile(String file) {
        JavaSource source = JavaSource.of(read(file));
        BitSet rest = source.code();
        for (Place place : map.places()) {
            if (place.declaration() != null && place.holds(file)) {
                take(file, source, place, place.declaration(), rest);
            }
        }
        Optional<Place> whole = map.places().stream()
                .filter(place -> place.declaration() == null && place.holds(file))
                .max(Comparator.comparingInt(place -> place.path().length()));
        whole.ifPresentOrElse(
                place -> size.add(place, rest.cardinality()), () -> misfits.add(file + ": is in no component"));
    }

    private void take(String file, JavaSource source, Place place, String declaration, BitSet rest) {
        try {
            BitSet lines = source.declaration(declaration);
            size.add(place, lines.cardinality());
            lines.andNot(rest);
            if (!lines.isEmpty()) {
                misfits.add(file + ": counted twice: " + declaration);
            }
            rest.andNot(source.declaration(declaration));
        } catch (MisfitException e) {
            misfits.add(file + ": " + e.getMessage());
        }
    }

    private String read(String file) {
        try {
            return Files.readString(repository.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
