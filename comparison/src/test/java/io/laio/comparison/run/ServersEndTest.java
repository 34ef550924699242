package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.comparison.cache.NameCache;
import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.linux.Linux;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From which end of the network a server is made ready, and from which it is measured. */
class ServersEndTest {
    @TempDir
    Path directory;

    /** Notes to which end somebody went first for each thing that was done; whoever asks for statistics comes later. */
    private static final class Notebook implements FakeNetwork, Narrator {
        private final Map<String, Set<String>> ends = new TreeMap<>();
        private String begun = "";

        @Override
        public void line(String text) {
            // what a run is doing is its status
        }

        @Override
        public void status(String text) {
            begun = text.replaceAll(".*: ", "");
        }

        @Override
        public <T> T asClient(Action<T> action) throws IOException {
            return note("clients'", action);
        }

        @Override
        public <T> T asServer(Action<T> action) throws IOException {
            return note("server's", action);
        }

        private <T> T note(String end, Action<T> action) throws IOException {
            ends.computeIfAbsent(begun, _ -> new TreeSet<>()).add(end);
            begun = "";
            return action.perform();
        }
    }

    @Test
    void onlyWhatIsMeasuredGoesOverTheLink() throws Exception {
        Host host = new Host(
                Linux.open(),
                Processors.divide(Affinity.allowed()),
                new CgroupSupport.Unavailable("tests have none", "none needed"),
                new NameCache(directory.resolve("drop_caches")),
                List.of());
        Fixture fixture = new Fixture(directory, host);
        fixture.contestant("a", "well");
        Notebook notebook = new Notebook();
        Map<String, List<String>> overrides = Map.of(
                "servers", List.of("a"), "workloads", List.of(fixture.trace().toString()), "cache", List.of("warm"));
        fixture.study(notebook, overrides, notebook).carryOut();
        assertEquals(Set.of("server's"), notebook.ends.get("warming up"));
        assertEquals(Set.of("server's"), notebook.ends.get("playing once before"));
        assertEquals(Set.of("clients'"), notebook.ends.get("playing"));
    }
}
