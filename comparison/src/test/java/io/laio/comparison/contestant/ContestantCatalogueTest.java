package io.laio.comparison.contestant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContestantCatalogueTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"flash-nb-b", "flash-laio-laio", "thttpd-nb-b", "thttpd-laio-laio"})
    void theStudysServersAreDescribed(String name) throws ContestantException {
        Contestant contestant = new ContestantCatalogue(Path.of("..", "config", "contestants")).find(name);
        assertEquals(Optional.of("/.laio/stats"), contestant.statisticsPath());
        assertTrue(contestant.command().contains(name));
        assertEquals(name.startsWith("thttpd-"), contestant.connectionPerRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"flash-nb-amped", "flash-nb-amted"})
    void aPlanCanFixHowManyHelpersAServerMayHave(String name) throws ContestantException {
        ContestantCatalogue study = new ContestantCatalogue(Path.of("..", "config", "contestants"));
        List<String> command =
                study.find(name + "@readHelpers=16@nameHelpers=8").commandWith(Map.of());
        List<String> end = command.subList(command.size() - 4, command.size());
        assertEquals(List.of("--read-helpers", "16", "--name-helpers", "8"), end);
    }

    @Test
    void onlyServersThatHaveAnOptionGetItsValue() throws Exception {
        write("with", "{\"command\": [\"serve\"], \"options\": {\"engine\": \"--engine\"}}");
        write("without", "{\"command\": [\"serve\"]}");
        Map<String, String> values = Map.of("engine", "ring", "lazy", "on");
        assertEquals(List.of("serve", "--engine", "ring"), find("with").commandWith(values));
        assertEquals(List.of("serve"), find("without").commandWith(values));
    }

    @Test
    void aNameCanFixOptionsThatNoPlanChanges() throws Exception {
        write(
                "amped",
                "{\"command\": [\"serve\"], \"description\": \"Helpers.\", \"options\": {\"engine\": \"--engine\","
                        + " \"readHelpers\": \"--read-helpers\"}}");
        Contestant fixed = find("amped@readHelpers=16");
        assertEquals("amped@readHelpers=16", fixed.name());
        assertEquals("Helpers. Here with readHelpers 16.", fixed.description());
        assertEquals(
                List.of("serve", "--read-helpers", "16", "--engine", "ring"),
                fixed.commandWith(Map.of("engine", "ring", "readHelpers", "4")));
        assertComplaint("amped@helpers=1", "amped has no option helpers; there are engine, readHelpers");
        assertComplaint("amped@16", "no contestant \"amped@16\"");
    }

    @Test
    void filesAreListsOfLines() throws Exception {
        write(
                "nginx",
                "{\"command\": [\"nginx\"], \"port\": \"allocated\", \"files\": {\"a.conf\": [\"one;\", \"two;\"]}}");
        assertEquals(Map.of("a.conf", "one;\ntwo;\n"), find("nginx").files());
        assertEquals(Contestant.PortSource.ALLOCATED, find("nginx").port());
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() throws Exception {
        write("known", "{\"command\": [\"x\"]}");
        assertComplaint("unknown", "known");
    }

    @Test
    void mistakesAreNamed() throws Exception {
        write("a", "{\"comand\": [\"x\"]}");
        assertComplaint("a", "comand");
        write("b", "{}");
        assertComplaint("b", "command");
        write("c", "{\"command\": [\"x\"], \"port\": \"any\"}");
        assertComplaint("c", "port");
        write("d", "{");
        assertComplaint("d", "d.json");
    }

    private void assertComplaint(String name, String about) {
        ContestantException error = assertThrows(ContestantException.class, () -> find(name));
        assertEquals(ContestantException.Kind.MISDESCRIBED, error.kind());
        assertTrue(String.valueOf(error.getMessage()).contains(about), error::toString);
    }

    private Contestant find(String name) throws ContestantException {
        return new ContestantCatalogue(directory).find(name);
    }

    private void write(String name, String json) throws IOException {
        Files.writeString(directory.resolve(name + ".json"), json);
    }
}
