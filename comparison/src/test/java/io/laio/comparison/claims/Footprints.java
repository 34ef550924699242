package io.laio.comparison.claims;

import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Results whose workloads are of another size. */
final class Footprints {
    private Footprints() {}

    static Results of(Results results, long footprintBytes, Path directory) throws IOException {
        Path file = directory.resolve("results.json");
        ResultsJson.write(results, file);
        String text = Files.readString(file)
                .replaceAll("\"footprintBytes\" *: *\\d+", "\"footprintBytes\": " + footprintBytes);
        return ResultsJson.read(Files.writeString(file, text));
    }
}
