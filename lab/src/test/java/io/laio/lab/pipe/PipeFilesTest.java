package io.laio.lab.pipe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laio.analysis.figures.Figure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** What is written says what was measured, in the same bytes each time. */
class PipeFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private JsonNode json(PipeResults results) throws IOException {
        PipeFiles.write(results, directory);
        return new JsonMapper().readTree(directory.resolve("pipe.json").toFile());
    }

    @Test
    void jsonHasTheMediansOfOneByte() throws IOException {
        JsonNode json = json(SyntheticResults.of(3, List.of(16)));
        assertEquals(1, json.path("schemaVersion").asInt());
        assertEquals(101.01, json.path("full").path("plain").asDouble(), 1e-9);
        assertEquals(201.01, json.path("full").path("laio").asDouble(), 1e-9);
        assertEquals(301.01, json.path("full").path("laioRingOnly").asDouble(), 1e-9);
        assertEquals(401.01, json.path("full").path("laioWorkers").asDouble(), 1e-9);
        assertEquals(501.01, json.path("full").path("eager").asDouble(), 1e-9);
        assertEquals(1201.01, json.path("empty").path("posixAio").asDouble(), 1e-9);
        assertEquals(6, json.path("empty").size());
    }

    @Test
    void jsonHasRatiosPlanMachineAndEverySize() throws IOException {
        JsonNode json = json(SyntheticResults.of(7, List.of(16)));
        JsonNode ratio = json.path("ratios").path(0);
        assertEquals("laio", ratio.path("of").asText());
        assertEquals("plain", ratio.path("to").asText());
        assertEquals(1.97, ratio.path("ratio").asDouble(), 0.05);
        assertEquals(1.4, ratio.path("paper").asDouble());
        assertEquals("S", ratio.path("mark").asText());
        assertTrue(ratio.path("interval").path(0).asDouble()
                < ratio.path("interval").path(1).asDouble());
        assertEquals(1000, json.path("plan").path("calls").asInt());
        assertEquals("6.18", json.path("machine").path("kernel").asText());
        JsonNode size = json.path("sizes").path(1);
        assertEquals(16, size.path("bytes").asInt());
        assertEquals(20, size.path("calls").asInt());
        assertEquals(7, size.path("empty").path("eager").path("rounds").size());
    }

    @Test
    void csvHasARowACell() throws IOException {
        PipeFiles.write(SyntheticResults.of(6, List.of(16)), directory);
        List<String> one = Files.readAllLines(directory.resolve("pipe.csv"));
        List<String> sizes = Files.readAllLines(directory.resolve("pipe-by-size.csv"));
        assertEquals("pipe,bytes,contender,calls,rounds,nanos,low,high,spread", one.getFirst());
        assertEquals(1 + 12, one.size());
        assertEquals(1 + 24, sizes.size());
        assertTrue(one.get(1).startsWith("full,1,plain,1000,6,102.51,"), one.get(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void figuresAreWellFormedNameEveryContenderAndAreTheSameEachTime(int rounds) {
        PipeResults results = SyntheticResults.of(rounds, List.of(16, 65_536));
        for (Figure figure : List.of(new PipeFigure(results), new PipeSizesFigure(results))) {
            List<String> texts = texts(figure.svg());
            Stream.of(Contender.values())
                    .forEach(contender -> assertEquals(
                            2, texts.stream().filter(contender.words()::equals).count(), contender.words()));
        }
        assertEquals(
                new PipeFigure(results).svg(), new PipeFigure(SyntheticResults.of(rounds, List.of(16, 65_536))).svg());
        assertEquals(new PipeSizesFigure(results).svg(), new PipeSizesFigure(results).svg());
        assertArrayEquals(new PipeJson(results).bytes(), new PipeJson(results).bytes());
    }

    @Test
    void oneSizeAloneCanBeDrawn() {
        assertTrue(texts(new PipeSizesFigure(SyntheticResults.of(6, List.of())).svg())
                .contains("1 B"));
    }

    private static List<String> texts(String svg) {
        try {
            var nodes = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getElementsByTagName("text");
            return java.util.stream.IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> nodes.item(i).getTextContent())
                    .toList();
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    @Test
    void theSummaryShowsThePapersRatiosWithTheirMarks() {
        String text = new PipeSummary(SyntheticResults.of(6, List.of())).text();
        assertTrue(text.matches("(?s).*full: laio / plain +1\\.9\\d +\\(.* to .*\\) +1\\.40 +\\[S].*"), text);
        assertTrue(text.matches("(?s).*full: posixAio / plain +5\\.\\d+ +\\(.* to .*\\) +4\\.50 +\\[R].*"), text);
        assertTrue(text.matches("(?s).*empty: laio / posixAio +0\\.33\\d +\\(.* to .*\\) +1\\.08 +\\[S].*"), text);
        assertTrue(new PipeSummary(SyntheticResults.of(5, List.of())).text().contains("provisional"));
    }
}
