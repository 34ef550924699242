package io.laio.comparison.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClaimsFileTest {
    private static final String GOOD = """
            // a comment
            {"claims": [{"id": "C2", "mark": "S", "need": "all", "statement": "A beats B.", "parts": [
              {"advantage": ["a over b"], "in": ["throughput"], "workload": ["rice"], "cache": ["cold"],
               "expect": {"above": 1}, "paper": "above 1 [S]"}]}]}
            """;

    @TempDir
    private Path directory = Path.of("");

    private List<Claim> read(String text) throws IOException, ClaimsException {
        return ClaimsReader.read(Files.writeString(directory.resolve("claims.json"), text));
    }

    @Test
    void committedClaimsAreThoseOfTheStudyWithItsMarks() throws ClaimsException {
        List<Claim> claims = Committed.claims();
        assertEquals(
                IntStream.rangeClosed(1, 11).mapToObj(number -> "C" + number).toList(),
                claims.stream().map(Claim::id).toList());
        Map<String, String> others = claims.stream()
                .filter(claim -> !claim.mark().equals("S"))
                .collect(Collectors.toMap(Claim::id, Claim::mark));
        assertEquals(Map.of("C5", "S,P", "C8", "S,P", "C9", "P", "C11", "ours"), others);
    }

    @Test
    void aGoodFileIsRead() throws IOException, ClaimsException {
        Claim claim = read(GOOD).getFirst();
        assertEquals("A beats B.", claim.statement());
        assertEquals(Claim.Need.ALL, claim.need());
        assertEquals("above 1 [S]", claim.predicates().getFirst().paper());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": \"C2\", | '' | claims[0]: id is missing",
                "\"need\": \"all\" | \"need\": \"most\" | claims[0]: need: all or any is needed, not \"most\"",
                "\"mark\" | \"marks\" | claims[0]: mark is missing",
                "\"id\" | \"color\": 1, \"id\" | claims[0]: color: no such field",
                "\"in\" | \"of\": \"x\", \"in\" | claims[0]: parts[0]: of: no such field",
                "\"advantage\" | \"benefit\" | claims[0]: parts[0]: one of advantage, peakAdvantage",
                "a over b | a beats b | parts[0]: advantage: \"a beats b\" is not of the form A over B",
                "a over b | a over b or c | only peakAdvantage knows a next best",
                "[\"throughput\"] | [\"speed\"] | parts[0]: in: \"speed\" is not known; there are throughput, response-time",
                "[\"throughput\"] | [] | parts[0]: in: a list is needed, with one element at least",
                "[\"throughput\"] | [1] | parts[0]: in: a text is needed",
                "[\"rice\"] | [\"rice\", \"rice\"] | parts[0]: workload: a value is named twice",
                "[\"cold\"] | [\"tepid\"] | parts[0]: cache: no cache state \"tepid\"",
                "[\"cold\"] | [\"cold-data\"] | parts[0]: cache: cold or warm",
                "\"above\": 1 | \"over\": 1 | parts[0]: expect: below is missing",
                "\"above\": 1 | \"above\": \"1\" | parts[0]: expect: above: a number is needed",
                "\"above\": 1 | \"above\": 0 | parts[0]: expect: above: a number above 0 is needed",
                "\"above\": 1 | \"above\": 1, \"below\": 2 | parts[0]: expect: below: no such field; there are above",
                "\"above\": 1 | \"between\": [2, 1] | parts[0]: expect: between: two rising numbers are needed",
                "\"above\": 1 | \"about\": 1, \"within\": 0.1 | expect: within: a factor above 1 and at most 2 is needed",
                "above 1 [S] | above 1 | parts[0]: paper: a mark is needed at its end",
                "\"paper\" | \"coldNames\": \"yes\", \"paper\" | parts[0]: coldNames: true or false is needed",
                "]}]} | ]}], \"more\": 1} | more: no such field; there are claims",
                "]}]} | ]} | not JSON"
            })
    void complaintsNameThePlace(String text, String instead, String complaint) {
        String bad = GOOD.replace(text, instead);
        ClaimsException thrown = assertThrows(ClaimsException.class, () -> read(bad));
        String message = String.valueOf(thrown.getMessage());
        assertTrue(message.contains("claims.json: "), message);
        assertTrue(message.contains(complaint), message);
    }

    @Test
    void aClaimIsThereOnce() {
        String claim = GOOD.substring(GOOD.indexOf("[{") + 1, GOOD.lastIndexOf("]}"));
        ClaimsException thrown =
                assertThrows(ClaimsException.class, () -> read("{\"claims\": [" + claim + ", " + claim + "]}"));
        assertTrue(String.valueOf(thrown.getMessage()).contains("a claim is there twice"));
    }

    @Test
    void aMissingFileIsNamed() {
        ClaimsException thrown =
                assertThrows(ClaimsException.class, () -> ClaimsReader.read(directory.resolve("none.json")));
        assertTrue(String.valueOf(thrown.getMessage()).contains("none.json cannot be read"));
    }
}
