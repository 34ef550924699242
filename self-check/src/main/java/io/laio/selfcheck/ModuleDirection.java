package io.laio.selfcheck;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which module may know which: the compiler enforces what module-info.java says, and this rule what it may say
 * (docs/ARCHITECTURE.md).
 */
record ModuleDirection() implements Rule {
    private static final String LIBRARY = "io.laio";
    private static final String CORE = "io.laio.http";
    private static final String TESTBED = "io.laio.testbed";
    private static final String ANALYSIS = "io.laio.analysis";
    private static final Set<String> OF_A_SERVER = Set.of(LIBRARY, CORE);

    /** A client that shares code with the servers would be a poor witness; the study starts servers as processes. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry(LIBRARY, Set.of()),
            Map.entry(CORE, Set.of(LIBRARY)),
            Map.entry("io.laio.examples", Set.of(LIBRARY)),
            Map.entry("io.laio.http.testkit", Set.of(CORE)),
            Map.entry("io.laio.server.nb", OF_A_SERVER),
            Map.entry("io.laio.server.amped", OF_A_SERVER),
            Map.entry("io.laio.server.amted", OF_A_SERVER),
            Map.entry("io.laio.server.laio", OF_A_SERVER),
            Map.entry("io.laio.server.threads", OF_A_SERVER),
            Map.entry("io.laio.workload", Set.of(LIBRARY, ANALYSIS)),
            Map.entry(TESTBED, Set.of(LIBRARY)),
            Map.entry(ANALYSIS, Set.of()),
            Map.entry("io.laio.comparison", Set.of(LIBRARY, ANALYSIS, TESTBED, "io.laio.workload")),
            Map.entry("io.laio.lab", Set.of(LIBRARY, ANALYSIS, TESTBED)),
            Map.entry(
                    "io.laio.cli",
                    Set.of(
                            CORE,
                            "io.laio.server.nb",
                            "io.laio.server.amped",
                            "io.laio.server.amted",
                            "io.laio.server.laio",
                            "io.laio.server.threads",
                            "io.laio.workload",
                            TESTBED,
                            "io.laio.comparison",
                            "io.laio.lab")));

    private static final Pattern NAME = Pattern.compile("(?m)^(?:open )?module ([\\w.]+) \\{");
    private static final Pattern REQUIRES =
            Pattern.compile("(?m)^ +requires (?:static |transitive )*(io\\.laio[\\w.]*);");

    @Override
    public Stream<String> violations(SourceFile file) {
        if (!file.path().endsWith("module-info.java")) {
            return Stream.empty();
        }
        String module = NAME.matcher(file.text())
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(file.path() + " declares no module"));
        return REQUIRES.matcher(file.text())
                .results()
                .filter(required -> !isAllowed(module, required))
                .map(required -> file.path() + ": " + module + " must not know " + required.group(1));
    }

    private static boolean isAllowed(String module, MatchResult required) {
        return ALLOWED.getOrDefault(module, Set.of()).contains(required.group(1));
    }
}
