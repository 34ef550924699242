package io.laio.workload.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkloadModelTest {
    @TempDir
    Path directory;

    @Test
    void everyShippedParameterHasAMarkAndASource() throws IOException {
        for (WorkloadModel model : new WorkloadModel[] {Models.rice(), Models.berkeley(), Models.specWeb99()}) {
            model.parameters().forEach((name, parameter) -> {
                assertTrue(Set.of("S", "P", "V", "R", "U").contains(parameter.mark()), name);
                assertFalse(parameter.source().isBlank(), name);
            });
        }
    }

    @Test
    void theShippedModelsAreTheStudysTable() throws IOException {
        assertEquals(1.1e9, Models.rice().footprintBytes());
        assertEquals(245_820, Models.rice().requests());
        assertEquals(0.743, Models.rice().share(SizeClass.LARGE));
        assertEquals(6.4e9, Models.berkeley().footprintBytes());
        assertEquals(3_184_540, Models.berkeley().requests());
        assertEquals(0.332, Models.berkeley().share(SizeClass.MEDIUM));
    }

    @Test
    void classesAreBoundedAsInTheTable() {
        assertEquals(SizeClass.SMALL, SizeClass.of(0));
        assertEquals(SizeClass.SMALL, SizeClass.of(8_192));
        assertEquals(SizeClass.MEDIUM, SizeClass.of(8_193));
        assertEquals(SizeClass.MEDIUM, SizeClass.of(262_144));
        assertEquals(SizeClass.LARGE, SizeClass.of(262_145));
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        refused("\"smallShare\": {\"value\": 0.055", "\"smallShare\": {\"value\": 0.06", "shares must add up to 1");
        refused("\"zipfAlpha\"", "\"zipfBeta\"", "zipfAlpha is missing");
        refused("\"value\": 9.357", "\"value\": \"nine\"", "bodyMu has no number");
        refused("\"sequenceMin\": {\"value\": 5", "\"sequenceMin\": {\"value\": 50", "sequenceMin must be");
        refused("{", "", "not a workload model");
        refused("\"name\"", "\"kind\": \"other\", \"name\"", "kind is \"other\"");
    }

    @Test
    void whatIsWrongWithFileClassesIsNamed() throws IOException {
        String model = "specweb99.json";
        refusedIn(
                model,
                "\"class1Requests\": {\"value\": 0.5",
                "\"class1Requests\": {\"value\": 0.4",
                "must add up to 1");
        refusedIn(model, "\"file9Requests\"", "\"file10Requests\"", "file9Requests is missing");
        refusedIn(model, "\"directories\": {\"value\": 210", "\"directories\": {\"value\": 0", "directories must be");
    }

    private void refused(String text, String replacement, String message) throws IOException {
        refusedIn("rice.json", text, replacement, message);
    }

    private void refusedIn(String shipped, String text, String replacement, String message) throws IOException {
        String json = Files.readString(Path.of("../config/workloads", shipped));
        assertTrue(json.contains(text), text);
        Path file = directory.resolve("model.json");
        Files.writeString(file, json.replace(text, replacement));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> WorkloadModel.read(file));
        assertTrue(Messages.of(e).startsWith(file + ": not a workload model"), Messages.of(e));
        assertTrue(Messages.of(e).contains(message), Messages.of(e));
    }
}
