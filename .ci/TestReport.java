import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Sums up Surefire's reports below the current directory: every test that failed or was skipped with the reason, then one
 * line "PASSED FAILED SKIPPED".
 *
 * <pre>java .ci/TestReport.java</pre>
 */
final class TestReport {
    private int passed;
    private int failed;
    private int skipped;

    public static void main(String[] arguments) throws Exception {
        TestReport report = new TestReport();
        for (Path file : reports()) {
            report.add(file);
        }
        System.out.println(report.passed + " " + report.failed + " " + report.skipped);
    }

    private static List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.find(Path.of(""), 4, (path, attributes) -> path.getParent() != null
                && path.getParent().endsWith("target/surefire-reports")
                && path.getFileName().toString().matches("TEST-.*\\.xml"))) {
            return files.sorted().toList();
        }
    }

    private void add(Path file) throws Exception {
        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        NodeList cases = suite.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            add((Element) cases.item(i));
        }
    }

    private void add(Element test) {
        if (has(test, "failure") || has(test, "error")) {
            failed++;
            say("failed", test, has(test, "failure") ? "failure" : "error");
        } else if (has(test, "skipped")) {
            skipped++;
            say("skipped", test, "skipped");
        } else {
            passed++;
        }
    }

    private static boolean has(Element test, String outcome) {
        return test.getElementsByTagName(outcome).getLength() > 0;
    }

    private static void say(String word, Element test, String outcome) {
        Element detail = (Element) test.getElementsByTagName(outcome).item(0);
        String told = detail.hasAttribute("message") ? detail.getAttribute("message") : detail.getTextContent();
        String reason = told.lines().findFirst().orElse("no reason given");
        System.out.println(word + ": " + test.getAttribute("classname") + "." + test.getAttribute("name") + ": " + reason);
    }
}
