package io.laio;

import io.laio.linux.Architecture;
import io.laio.linux.SystemCall;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table of all system calls in docs/LAIO.md, rendered from the code. */
final class CallTable {
    /** The heading of the section that holds the table; nothing follows the table. */
    static final String HEADING = "\n## Every system call\n";

    private static final String HEAD = """
            | call | x86-64 | aarch64 | since | way | io_uring | why |
            |---|---|---|---|---|---|---|
            """;

    private CallTable() {}

    /** Markdown, in the order of the names. */
    static String render() {
        return Arrays.stream(SystemCall.values())
                .sorted(Comparator.comparing(SystemCall::title))
                .map(CallTable::row)
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(SystemCall call) {
        return "| `%s` | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        call.title(),
                        number(call, Architecture.X86_64),
                        number(call, Architecture.AARCH64),
                        call.since(),
                        CallWays.way(call).name().toLowerCase(Locale.ROOT),
                        CallWays.ringSince(call),
                        CallWays.why(call));
    }

    private static String number(SystemCall call, Architecture architecture) {
        int number = call.number(architecture);
        return number == SystemCall.ABSENT ? "-" : Integer.toString(number);
    }
}
