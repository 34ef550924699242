package io.laio.comparison.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names of setups and conditions: the workload, what was emulated, and whatever else varies within one comparison.
 */
public final class SetupNames {
    private static final String USUAL_DISK = "native";
    private static final String USUAL_NETWORK = "loopback";

    private final List<Setup> all;

    /**
     * Names for the setups of one comparison.
     *
     * @param all every setup in it
     */
    public SetupNames(List<Setup> all) {
        this.all = List.copyOf(all);
    }

    /**
     * The name of a setup.
     *
     * @param setup one of them
     * @return e.g. {@code rice}, or {@code rice, hdd-2004, gigabit}
     */
    public String of(Setup setup) {
        List<String> parts = new ArrayList<>(List.of(setup.workload()));
        if (varies(Setup::scale, setup)) {
            parts.add("scale " + setup.scale());
        }
        if (varies(Setup::disk, setup) || !setup.disk().equals(USUAL_DISK)) {
            parts.add(setup.disk());
        }
        if (varies(Setup::network, setup) || !setup.network().equals(USUAL_NETWORK)) {
            parts.add(setup.network());
        }
        if (varies(Setup::memoryBudgetBytes, setup)) {
            parts.add(memory(setup.memoryBudgetBytes()));
        }
        if (varies(Setup::traceSha256, setup)) {
            parts.add("trace "
                    + setup.traceSha256()
                            .substring(0, Math.min(8, setup.traceSha256().length())));
        }
        return String.join(", ", parts);
    }

    /**
     * The name of a condition.
     *
     * @param condition its setup is one of them
     * @return the setup's name and the cache state
     */
    public String of(Condition condition) {
        return of(condition.setup()) + ", " + condition.cache().words();
    }

    private boolean varies(Function<Setup, @Nullable Object> part, Setup setup) {
        return all.stream()
                .filter(other -> other.workload().equals(setup.workload()))
                .anyMatch(other -> !Objects.equals(part.apply(other), part.apply(setup)));
    }

    private static String memory(@Nullable Long bytes) {
        return bytes == null ? "unlimited memory" : Math.round(bytes / 1e6) + " MB of page cache";
    }
}
