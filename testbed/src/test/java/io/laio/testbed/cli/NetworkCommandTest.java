package io.laio.testbed.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class NetworkCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private final CommandLine command =
            new CommandLine(new NetworkCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(errors));

    @Test
    void aLinkThatIsNotThereIsAMatterOfUsage() {
        assertEquals(2, command.execute("up", "ghost"));
        assertTrue(errors.toString().contains("no network \"ghost\""), errors::toString);
    }

    @Test
    void downWantsToKnowWhich() {
        assertEquals(2, command.execute("down"));
        assertEquals(2, command.execute("down", "--all", "gigabit"));
        assertEquals(2, command.execute("down", "ghost"));
        assertTrue(errors.toString().contains("no network ghost is up"), errors::toString);
    }

    @Test
    void aSubcommandIsNeeded() {
        assertEquals(2, command.execute());
    }

    @Test
    void theListNeedsNoPermission() {
        assertEquals(0, command.execute("list"));
        assertTrue(out.toString().startsWith("Links:"), out::toString);
    }
}
