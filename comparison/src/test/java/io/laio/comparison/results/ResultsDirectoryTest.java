package io.laio.comparison.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void halvesGoWhereverTheyLieAndNothingElse() throws IOException {
        Files.createDirectories(directory.resolve("figures"));
        for (String name : List.of(".results.json.part", "results.json", "figures/.a.svg.part", "figures/a.svg.part")) {
            Files.writeString(directory.resolve(name), "x");
        }
        new ResultsDirectory(directory).removeHalves();
        try (Stream<Path> left = Files.walk(directory)) {
            assertEquals(
                    List.of("figures/a.svg.part", "results.json"),
                    left.filter(Files::isRegularFile)
                            .map(directory::relativize)
                            .map(Path::toString)
                            .sorted()
                            .toList());
        }
    }
}
