package io.laio.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerOptionTest {
    private static final ServerOption HELPERS = new ServerOption("--helpers", "N", 4, 1, 8, "Helpers.");
    private static final ServerOption MILLIS =
            new ServerOption("--helper-idle-millis", "MS", 10, 0, Integer.MAX_VALUE, "How long.");

    private final ServerOptions options =
            ServerOptions.of(Path.of("/"), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    @Test
    void whatIsNotAskedForIsTheDefault() {
        assertEquals(4, options.value(HELPERS));
    }

    @Test
    void whatIsAskedForStandsUntilAskedForAgain() {
        ServerOptions two = options.withValue(HELPERS, 2).withValue(MILLIS, 0).withLoops(3);
        assertEquals(2, two.value(HELPERS));
        assertEquals(0, two.value(MILLIS));
        assertEquals(8, two.withValue(HELPERS, 8).value(HELPERS));
        assertEquals(4, options.value(HELPERS), "a copy was changed, not this");
    }

    @Test
    void aValueThatIsNotPermittedIsRefusedByNameAndRange() {
        assertEquals("--helpers must be 1 to 8, not 9", refusal(HELPERS, 9));
        assertEquals("--helper-idle-millis must be 0 or more, not -1", refusal(MILLIS, -1));
    }

    private String refusal(ServerOption option, int value) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> options.withValue(option, value))
                .getMessage());
    }

    @Test
    void anOptionThatCannotBeWrittenOrBreaksItsOwnRangeIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new ServerOption("helpers", "N", 1, 1, 2, ""));
        assertThrows(IllegalArgumentException.class, () -> new ServerOption("--helpers", "N", 0, 1, 2, ""));
    }
}
