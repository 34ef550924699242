package io.laio.lab.disk;

import static io.laio.lab.disk.SyntheticDisks.disk;
import static io.laio.lab.disk.SyntheticDisks.limited;
import static io.laio.lab.disk.SyntheticDisks.results;
import static io.laio.lab.disk.SyntheticDisks.turning;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** What is written says what was measured, in the same bytes each time. */
class DiskFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private static DiskResults two(int rounds) {
        return results(
                rounds,
                disk(turning("hdd-2004"), 73, 131.4, 0.9, 0.02, rounds),
                disk(limited("cloud-volume", 24_000), 900, 24_000, 1, 0.5, rounds));
    }

    private JsonNode json(DiskResults results) throws IOException {
        DiskFiles.write(results, directory);
        return new JsonMapper().readTree(directory.resolve("disk.json").toFile());
    }

    @Test
    void jsonHasModelAndDeviceOfEveryLoad() throws IOException {
        JsonNode json = json(two(3));
        assertEquals(1, json.path("schemaVersion").asInt());
        JsonNode disk = json.path("disks").path(0);
        assertEquals("hdd-2004", disk.path("name").asText());
        assertEquals(3, disk.path("random").size());
        JsonNode deep = disk.path("random").path(2);
        assertEquals(32, deep.path("depth").asInt());
        assertEquals(131.4, deep.path("model").path("readsPerSecond").asDouble());
        assertEquals(131.4, deep.path("device").path("readsPerSecond").asDouble(), 1e-9);
        assertEquals(131.4 * 0.99, deep.path("device").path("interval").path(0).asDouble(), 1e-9);
        assertEquals(3, deep.path("device").path("rounds").size());
        assertEquals(0.01, deep.path("device").path("daemonCpuShare").asDouble());
        assertEquals(1.8, disk.path("deviceGain").asDouble(), 1e-9);
        assertEquals(0.9, disk.path("sequential").path("ratio").asDouble(), 1e-9);
        assertEquals(
                50,
                disk.path("sequential").path("model").path("mebibytesPerSecond").asDouble());
        assertEquals(12, disk.path("lateReads").asInt());
    }

    @Test
    void jsonHasBarsPlanAndMachine() throws IOException {
        JsonNode json = json(two(6));
        assertEquals(5, json.path("bars").size());
        JsonNode bar = json.path("bars").path(0);
        assertEquals(73, bar.path("value").asDouble(), 1e-9);
        assertEquals(70, bar.path("low").asDouble());
        assertEquals(130, bar.path("high").asDouble());
        assertTrue(bar.path("holds").asBoolean());
        assertTrue(json.path("bars").path(4).path("high").isMissingNode());
        assertEquals(
                List.of(1, 8, 32),
                new JsonMapper().convertValue(json.path("plan").path("depths"), List.class));
        assertEquals("6.18", json.path("machine").path("kernel").asText());
        assertEquals("fio-3.33", json.path("fio").asText());
    }

    @Test
    void csvHasARowADiskAndLoad() throws IOException {
        DiskFiles.write(two(3), directory);
        List<String> lines = Files.readAllLines(directory.resolve("disk.csv"));
        assertEquals(1 + 2 * 4, lines.size());
        assertTrue(
                lines.getFirst().startsWith("disk,order,bytes,depth,rounds,model_reads_per_second,"), lines::toString);
        assertTrue(lines.get(1).startsWith("hdd-2004,random,4096,1,3,73,73,72.27,73.73,range,"), lines::toString);
        assertTrue(lines.get(4).startsWith("hdd-2004,sequential,131072,8,3,400,360,"), lines::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void theFigureIsWellFormedNamesEveryDiskAndIsTheSameEachTime(int rounds) {
        List<String> texts = texts(new DiskFigure(two(rounds)).svg());
        for (String wanted : List.of("hdd-2004", "cloud-volume", "reads outstanding", "131", "+10 %", "32")) {
            assertTrue(texts.contains(wanted), () -> wanted + " is not in " + texts);
        }
        assertEquals(new DiskFigure(two(rounds)).svg(), new DiskFigure(two(rounds)).svg());
        assertArrayEquals(new DiskJson(two(rounds)).bytes(), new DiskJson(two(rounds)).bytes());
    }

    /** A device at half its model's rate is drawn below the line of 0, within the plot. */
    @Test
    void whatIsFarFromItsModelWidensTheAxis() {
        Point slow =
                new Point(Load.random(1), Reads.of(100, 10, 4096), List.of(new Measured(Reads.of(50, 20, 4096), 0, 0)));
        assertEquals(0.5, RatioPlot.most(List.of(slow)), 1e-9);
        Point exact = new Point(
                Load.random(1), Reads.of(100, 10, 4096), List.of(new Measured(Reads.of(100, 10, 4096), 0, 0)));
        assertEquals(0.1, RatioPlot.most(List.of(exact)), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7})
    void panelsDoNotOverlapAndStayWithinTheFigure(int count) {
        PanelGrid grid = new PanelGrid(count, 90, 748);
        for (int i = 0; i < count; i++) {
            assertTrue(grid.right(i) <= 748.001 && grid.left(i) > 0, "panel " + i);
            assertTrue(grid.top(i) + PanelGrid.RATIOS_FROM + PanelGrid.RATIOS < grid.bottom(), "panel " + i);
            if (!grid.isFirstOfRow(i)) {
                assertTrue(grid.left(i) > grid.right(i - 1), "panel " + i);
            }
        }
    }

    @Test
    void depthsWithoutRoomAreNotNumbered() {
        List<Integer> all = IntStream.rangeClosed(1, 128).boxed().toList();
        DepthAxis axis = new DepthAxis(0, 200, all);
        List<Integer> labelled = axis.labelled();
        assertEquals(1, labelled.getFirst());
        for (int i = 1; i < labelled.size(); i++) {
            assertTrue(axis.x(labelled.get(i)) - axis.x(labelled.get(i - 1)) >= 22, labelled::toString);
        }
        assertEquals(100, new DepthAxis(0, 200, List.of(1)).x(1));
    }

    private static List<String> texts(String svg) {
        try {
            var nodes = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getElementsByTagName("text");
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> nodes.item(i).getTextContent())
                    .toList();
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    @Test
    void theSummaryShowsEveryDepthTheThroughputAndTheGain() {
        String text = new DiskSummary(two(3)).text();
        assertTrue(text.matches("(?s).*\n +32 +131 +131 +\\(130 to 133\\) +1\\.00 .* 1\\.0 %\n.*"), text);
        assertTrue(text.contains("model 50.0 MiB/s, device 45.0 (44.6 to 45.5), 0.900 times; daemon 2.0 %"), text);
        assertTrue(text.contains("1.80 times as many with 32 as with 1 (model: 1.80)"), text);
        assertTrue(text.contains("for 12 reads the image was later than the model"), text);
    }

    @Test
    void theBarsSayWhetherTheyHold() {
        DiskResults slow = results(3, disk(turning("hdd-2004"), 60, 110, 1, 0.02, 3));
        String text = new DiskSummary(slow).bars();
        assertTrue(text.matches("(?s).*random reads/s, one at a time +60\\.0 +70\\.0 +130 +missed\n.*"), text);
        assertTrue(text.matches("(?s).*times as many with 32 outstanding +1\\.83 +1\\.70 +3\\.00 +holds\n.*"), text);
    }
}
