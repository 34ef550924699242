package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.linux.Errno;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/LAIO.md names exactly the calls that the library carries. */
class DocumentedCallsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
    private static final int NO_DESCRIPTOR = -1;

    @Test
    void tableOfCallsIsThatOfTheCode() throws IOException, EngineUnavailableException {
        String text = Files.readString(Path.of("..", "docs", "LAIO.md")).split(CallTable.HEADING, 2)[0];
        List<String> documented =
                ROW.matcher(text).results().map(row -> row.group(1)).sorted().toList();
        try (Laio laio = Laio.open(LaioOptions.DEFAULTS)) {
            List<String> carried = Arrays.stream(SystemCall.values())
                    .filter(call -> carries(laio, call))
                    .map(call -> call.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList();
            assertEquals(carried, documented);
        }
    }

    /** Arguments with which no call does anything, but each is tried. */
    private static boolean carries(Laio laio, SystemCall call) {
        long value = laio.syscall(call.number(), NO_DESCRIPTOR, 0, 0, OpenHow.BYTES);
        return value >= 0 || laio.errno() != Errno.ENOSYS;
    }
}
