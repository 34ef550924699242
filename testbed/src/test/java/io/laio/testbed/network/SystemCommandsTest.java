package io.laio.testbed.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SystemCommandsTest {
    private final Commands commands = new SystemCommands();

    @Test
    void whatAProgramWroteIsTheAnswer() throws CommandException {
        assertEquals("one\ntwo\n", commands.run(List.of("sh", "-c", "echo one; echo two >&2")));
    }

    @Test
    void aFailureRepeatsWhatWasSaidInOneLine() {
        CommandException error = assertThrows(
                CommandException.class, () -> commands.run(List.of("sh", "-c", "printf 'no\\nway\\n' >&2; exit 3")));
        assertTrue(String.valueOf(error.getMessage()).endsWith("\" says: no; way"), error::toString);
        assertFalse(error.isAbsent());
    }

    @Test
    void aSilentFailureTellsItsStatus() {
        CommandException error =
                assertThrows(CommandException.class, () -> commands.run(List.of("sh", "-c", "exit 3")));
        assertEquals("\"sh -c exit 3\" says: exit status 3", error.getMessage());
    }

    @Test
    void aProgramThatIsNotThereIsAbsent() {
        CommandException error = assertThrows(CommandException.class, () -> commands.run(List.of("laio-absent", "x")));
        assertTrue(error.isAbsent());
        assertTrue(String.valueOf(error.getMessage()).startsWith("laio-absent cannot be started"), error::toString);
    }

    @Test
    void anInterruptStaysPendingAndCutsNothingShort() throws CommandException {
        Thread.currentThread().interrupt();
        try {
            assertEquals("whole\n", commands.run(List.of("sh", "-c", "echo whole")));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void nobodyIsWaitedForWhoReadsAnswers() throws CommandException {
        assertEquals("", commands.run(List.of("cat")));
    }
}
