package io.laio.comparison.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.statistics.Interval;
import io.laio.comparison.figures.ComparisonFigures;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import io.laio.comparison.results.SyntheticStudy;
import io.laio.comparison.results.Verdict;
import io.laio.comparison.statistics.RunTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

final class ReportPageTest {
    private static final List<Integer> CLIENTS = List.of(16, 64);

    @TempDir
    private Path directory;

    private static SyntheticResults sample(int repeats) {
        SyntheticResults results =
                new SyntheticResults().parameter("made by", "import").parameter("skipped: method POST", "340");
        for (CacheState cache : List.of(CacheState.COLD, CacheState.WARM)) {
            results.curve("flash-nb-b", "berkeley", cache, CLIENTS, repeats, 0.03, 1, c -> 100)
                    .curve("flash-laio-laio", "berkeley", cache, CLIENTS, repeats, 0.03, 1, c -> 300);
        }
        return results;
    }

    private static String page(Results results) {
        RunTable table = new RunTable(results);
        byte[] bytes = new ReportPage(results, table, ComparisonFigures.of(table)).bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The page is XML too (but for its first line and the space between), so a parser can judge it. */
    private static Document parsed(String page) {
        try {
            String xml = page.substring(page.indexOf("<html"));
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    private static List<String> headings(String page) {
        NodeList nodes = parsed(page).getElementsByTagName("h2");
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            headings.add(nodes.item(i).getTextContent());
        }
        return headings;
    }

    @Test
    void partsComeInTheOrderOfAReadersQuestions() {
        assertEquals(
                List.of(
                        "The answer",
                        "The figures",
                        "Where the servers waited",
                        "Proof of cache state and memory",
                        "Failures and invalid runs",
                        "The workloads",
                        "The environment",
                        "Threats to validity",
                        "Every run",
                        "Run exactly this again"),
                headings(page(sample(6).build())));
    }

    @Test
    void needsNothingButItself() {
        String page = page(sample(6).build());
        assertFalse(page.contains("<script"), "a script");
        assertFalse(page.contains("<link"), "a style sheet elsewhere");
        assertFalse(page.contains("src="), "a picture elsewhere");
        Matcher addresses =
                Pattern.compile("(?:href=\"|url\\()(?!#|figures/)([^\")]*)").matcher(page);
        assertFalse(addresses.find(), () -> "refers to " + addresses.group(1));
        String withoutNamespace = page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assertFalse(withoutNamespace.contains("://"), "an address");
    }

    @Test
    void everyAnchorIsThereOnce() {
        String page = page(sample(6).build());
        List<String> ids = new ArrayList<>();
        Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(page);
        while (id.find()) {
            ids.add(id.group(1));
        }
        Set<String> unique = new HashSet<>(ids);
        assertEquals(unique.size(), ids.size(), "ids are unique");
        Matcher used = Pattern.compile("(?:href=\"#|url\\(#)([^\")]+)|aria-labelledby=\"([^\"]+)\"")
                .matcher(page);
        while (used.find()) {
            String names = used.group(1) == null ? used.group(2) : used.group(1);
            Stream.of(names.split(" ", -1)).forEach(name -> assertTrue(unique.contains(name), name));
        }
    }

    @Test
    void saysWhatToChoose() {
        String text = parsed(page(sample(6).build())).getDocumentElement().getTextContent();
        assertTrue(text.contains("berkeley: choose flash-laio-laio."), text);
    }

    @Test
    void showsEveryRunAndWhyOneDoesNotCount() {
        SyntheticResults results = sample(2)
                .add(SyntheticRun.of("flash-nb-b", "berkeley", CacheState.WARM, 64, 3)
                        .invalid("the page cache reached 45 % of the budget"));
        String page = page(results.build());
        String text = parsed(page).getDocumentElement().getTextContent();
        assertTrue(text.contains("17 runs, in order of execution"), "count");
        assertTrue(text.contains("1 run of 17 does not count"), "invalid");
        assertTrue(text.contains("the page cache reached 45 % of the budget"), "reason");
    }

    @Test
    void showsProofOfTheCacheState() {
        String text = parsed(page(sample(1).build())).getDocumentElement().getTextContent();
        assertTrue(text.contains("0.04 %"), "resident before a cold run");
        assertTrue(text.contains("posix_fadvise(DONTNEED), drop_caches 3"), "how");
        assertTrue(text.contains("96.1 %"), "129 of 134 MB of page cache");
        assertTrue(text.contains("31.2 %") || text.contains("31.3 %"), "what a warm start could have");
    }

    @Test
    void showsSkippedLogLinesByReason() {
        String text = parsed(page(sample(1).build())).getDocumentElement().getTextContent();
        assertTrue(text.contains("Log lines of berkeley that are not in the trace"), "heading");
        assertTrue(text.matches("(?s).*method POST\\s*340.*"), "count");
    }

    @Test
    void synthesisedTracesAreNotCalledImported() {
        Results results = new SyntheticResults()
                .add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 16, 1))
                .build();
        String page = page(results);
        assertTrue(page.contains("Synthesised, since the study"), "origin");
        assertFalse(page.contains("Imported from a log"), "origin");
    }

    @Test
    void threatsFollowFromTheResults() {
        assertTrue(page(sample(1).build()).contains("1 repeat: too few for intervals or tests"), "few repeats");
        assertTrue(page(sample(6).build()).contains("6 repeats on one machine"), "six repeats");
        assertFalse(page(sample(6).build()).contains("Runs left out"), "all runs count");
        Results weak = new SyntheticResults()
                .add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD_DATA, 16, 1))
                .build();
        assertTrue(page(weak).contains("Only data could be dropped here"), "cold data");
    }

    @Test
    void anEmulatedNetworkIsNamedWhereverItMatters() {
        String text = parsed(page(sample(1).on("native", "gigabit").build()))
                .getDocumentElement()
                .getTextContent();
        assertTrue(text.contains("Throughput: berkeley, gigabit"), "figures");
        assertTrue(text.contains("Here: gigabit, emulated by a shaped link"), "threats");
        assertTrue(text.contains("what gigabit is made of"), "its description");
        assertTrue(text.contains(" s, over the network gigabit."), "how to run it again");
        assertFalse(page(sample(1).build()).contains("network gigabit"), "and only then");
    }

    @Test
    void aNetworkBetweenContainersIsNotCalledEmulated() {
        String text = page(sample(1).on("native", "containers").build());
        assertTrue(text.contains("Here: containers on one machine (what containers is made of)"), "threats");
        assertFalse(text.contains("emulated by a shaped link"), "nothing was shaped");
    }

    @Test
    void aLimitOfReadsIsNoSlowDisk() {
        String limited =
                page(sample(1).on("native, limited to 300 reads/s", "loopback").build());
        assertTrue(limited.contains("A rate limit is not a slow disk"), "threats");
        assertTrue(limited.contains("read-ahead 128 KiB), limited to 300 reads/s."), "the disk it was");
        assertTrue(limited.contains("on the disk native, limited to 300 reads/s."), "how to run it again");
        assertFalse(page(sample(1).build()).contains("A rate limit"), "and only then");
    }

    @Test
    void saysHowToRunItAgain() {
        String text = parsed(page(sample(1).build())).getDocumentElement().getTextContent();
        assertTrue(text.contains("git checkout 0123456789abcdef\nbin/laio compare --plan quick"), text);
    }

    @Test
    void claimsAreShownIfThereAreAny() {
        Results bare = sample(6).build();
        ClaimResult claim = new ClaimResult(
                "C2",
                "LAIO beats NB-B on Berkeley",
                "S",
                3.0,
                new Interval(2.9, 3.1),
                Verdict.REPRODUCED,
                false,
                "it does",
                "above 1 [S]",
                null,
                List.of());
        Results withClaim = bare.withClaims(List.of(claim));
        assertFalse(headings(page(bare)).contains("The study's claims"));
        assertTrue(headings(page(withClaim)).contains("The study's claims"));
        assertTrue(page(withClaim).contains("2.90 to 3.10"), "interval");
        assertTrue(page(withClaim).contains("<span class=\"badge reproduced\">"), "verdict");
    }

    @Test
    void noRunYetIsAPageToo() {
        Results results =
                Results.starting(sample(1).build().plan(), sample(1).build().environment());
        assertTrue(page(results).contains("No run has ended yet."));
    }

    @Test
    void textFromOutsideIsEscaped() {
        String page = page(new SyntheticResults()
                .parameter("note", "<script>alert(1)</script>")
                .add(SyntheticRun.of("<b>x", "a&b", CacheState.COLD, 16, 1).invalid("<i>odd"))
                .build());
        parsed(page);
        assertFalse(page.contains("<script") || page.contains("<b>x") || page.contains("<i>odd"), "escaped");
    }

    @Test
    void drawingAgainGivesTheSameBytesInAnyLocaleAndTimeZone() throws IOException {
        Results results = sample(6).build();
        ResultsDirectory first = new ResultsDirectory(directory.resolve("first"));
        ResultsDirectory second = new ResultsDirectory(directory.resolve("second"));
        first.write(results);
        Report.write(results, first);
        Locale before = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            second.write(results);
            Report.write(second.read(), second);
        } finally {
            Locale.setDefault(before);
            TimeZone.setDefault(zoneBefore);
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(first.path())) {
            files = all.filter(Files::isRegularFile).toList();
        }
        // Figures: throughput, response time, stalls, calls, disk, CPU, and loop time cold and warm
        assertEquals(4 + 2 * 8, files.size(), files::toString);
        for (Path file : files) {
            Path other = second.path().resolve(first.path().relativize(file));
            assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other), file.toString());
        }
    }

    @Test
    void figuresOfThePageAreTheFiguresOfTheDirectory() throws IOException {
        Results results = sample(6).build();
        ResultsDirectory written = new ResultsDirectory(directory);
        Report.write(results, written);
        String page = Files.readString(written.reportHtml());
        String svg = Files.readString(written.figures().resolve("throughput-berkeley.svg"));
        String line = svg.lines().filter(l -> l.contains("c1 line")).findFirst().orElseThrow();
        assertTrue(page.contains(line), line);
    }

    @Test
    void verdictsAreBadgesWithTheirWordsAndNothingElseIs() {
        Markup markup = new Markup();
        VerdictBadge.write(markup, "✓ reproduced, provisional");
        VerdictBadge.write(markup, "– not run");
        VerdictBadge.write(markup, "nothing was reproduced here");
        assertEquals(
                "<span class=\"badge reproduced\">✓ reproduced, provisional</span><span class=\"badge not-run\">– not run</span>"
                        + "nothing was reproduced here",
                markup.toString());
    }

    @Test
    void aWholeStudyIsOnePageOfFiguresWithReadings() {
        Results results = new SyntheticStudy(6)
                .with(SyntheticStudy.EIGHT, List.of("rice", "berkeley"), CLIENTS)
                .build();
        String text = parsed(page(results)).getDocumentElement().getTextContent();
        assertTrue(text.contains("Throughput, the Flash pair: rice, berkeley"), "a family");
        assertTrue(
                text.matches("(?s).*Berkeley, cold: *highest everywhere: flash-laio-laio\\. At 64 clients, "
                        + "flash-laio-laio has 6\\.\\d+ times \\(95.% interval .*"),
                text);
        assertTrue(text.contains("Medians: berkeley, warm"), "the tables behind");
        assertTrue(text.contains("What the disk saw: rice, berkeley"), "the disk");
        assertTrue(
                text.matches("(?s).*Rice, cold, 64 clients: *reads, a second: 3000 in every server; .*; "
                        + "queue depth, reads in flight: 1\\.\\d+ \\(.*\\) in [a-z-]*(nb-b|aio) to .*"),
                text);
    }

    @Test
    void ofSeveralBudgetsOneAnswerIsShownAndTheOthersAreFolded() {
        List<String> two = List.of("flash-nb-b", "flash-laio-laio");
        Results results = new SyntheticStudy(6)
                .with(two, List.of("berkeley"), CLIENTS)
                .memory(two, List.of(0.1, 0.5), 64)
                .with(List.of("flash-nb-amped"), List.of("berkeley"), CLIENTS)
                .build();
        String page = page(results);
        String shown = page.substring(page.indexOf("id=\"answer\""), page.indexOf("The same with other memory"));
        assertTrue(shown.contains("<b>berkeley, 134 MB of page cache</b>: choose"), shown);
        String folded = page.substring(page.indexOf("The same with other memory"), page.indexOf("id=\"figures\""));
        assertTrue(folded.contains("<b>berkeley, 43 MB of page cache</b>: choose"), folded);
        assertTrue(folded.contains("<b>berkeley, 215 MB of page cache</b>: choose"), folded);
        assertFalse(folded.contains("Not ranked"), "flash-nb-amped was not run there, which is no fault of its runs");
    }

    @Test
    void aTieIsNamedInOneOrder() {
        Results results = new SyntheticStudy(6)
                .with(
                        List.of("flash-nb-laio", "flash-laio-laio"),
                        List.of("berkeley"),
                        List.of(8, 16, 32, 64, 128, 256))
                .build();
        String page = page(results);
        assertTrue(
                page.contains("flash-nb-laio</span> and <span class=\"name\">flash-laio-laio</span> (no significant"),
                page);
        String figures = page.substring(page.indexOf("id=\"figures\""));
        assertFalse(figures.contains("flash-laio-laio</span> and <span"), "the other order");
    }

    @Test
    void namesOfServersAreSetApartWhereTheyStandAlone() {
        Markup markup = new Markup();
        new Prose(List.of("nginx", "nginx-aio")).write(markup, "nginx-aio beats nginx, not xnginx.");
        assertEquals(
                "<span class=\"name\">nginx-aio</span> beats <span class=\"name\">nginx</span>, not xnginx.",
                markup.toString());
    }
}
