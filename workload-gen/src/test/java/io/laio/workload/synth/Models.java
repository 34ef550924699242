package io.laio.workload.synth;

import java.io.IOException;
import java.nio.file.Path;

/** The models that the project ships. */
public final class Models {
    private Models() {}

    public static WorkloadModel rice() throws IOException {
        return read("rice");
    }

    public static WorkloadModel berkeley() throws IOException {
        return read("berkeley");
    }

    public static WorkloadModel specWeb99() throws IOException {
        return read("specweb99");
    }

    private static WorkloadModel read(String name) throws IOException {
        return WorkloadModel.read(Path.of("../config/workloads", name + ".json"));
    }
}
