package io.laio.comparison.statistics;

import io.laio.comparison.results.RunResult;
import io.laio.comparison.results.RunSetting;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of contestants: the server's name, and where one server took part with several engines or both lazily and eagerly, that
 * as well, for then these are what is compared.
 */
final class ContestantNames {
    private final Map<String, Set<String>> engines = new HashMap<>();
    private final Map<String, Set<String>> laziness = new HashMap<>();

    ContestantNames(List<RunResult> runs) {
        for (RunResult run : runs) {
            RunSetting setting = run.setting();
            engines.computeIfAbsent(setting.server(), name -> new HashSet<>()).add(setting.engine());
            laziness.computeIfAbsent(setting.server(), name -> new HashSet<>()).add(setting.lazy());
        }
    }

    String of(RunSetting setting) {
        String name = setting.server();
        if (engines.getOrDefault(setting.server(), Set.of()).size() > 1) {
            name += ", " + setting.engine();
        }
        if (laziness.getOrDefault(setting.server(), Set.of()).size() > 1) {
            name += ", lazy " + setting.lazy();
        }
        return name;
    }
}
