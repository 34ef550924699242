package io.laio.workload.replay;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** Which version of this code plays: generators of different ones do not play alike. */
final class GeneratorVersion {
    private static final String UNKNOWN = "unknown";

    private GeneratorVersion() {}

    /** As the build wrote it into the module; {@value #UNKNOWN} on a class path. */
    static String own() {
        return Optional.ofNullable(GeneratorVersion.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse(UNKNOWN);
    }
}
