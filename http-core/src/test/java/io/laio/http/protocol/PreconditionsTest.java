package io.laio.http.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.http.protocol.Preconditions.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionsTest {
    private static final String BEFORE = "Sun, 06 Nov 1994 08:49:36 GMT";
    private static final String SAME = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static final String AFTER = "Sun, 06 Nov 1994 08:49:38 GMT";
    private final FileHeaders file = Heads.file(100);

    private Outcome evaluate(String... fields) {
        Request request = Heads.get(fields);
        return Preconditions.evaluate(request, file, Heads.NOW);
    }

    /** TAG stands for the entity tag of the file. */
    private String withTag(String text) {
        return text.replace("TAG", Heads.tag(file));
    }

    @Test
    void withoutConditionsTheRequestProceeds() {
        assertEquals(Outcome.PROCEED, evaluate());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "TAG                   | NOT_MODIFIED",
                "W/TAG                 | NOT_MODIFIED",
                "*                     | NOT_MODIFIED",
                "\"x\", TAG            | NOT_MODIFIED",
                "\"x\",TAG,\"y\"       | NOT_MODIFIED",
                ", ,W/\"x\" ,, W/TAG,  | NOT_MODIFIED",
                "\"a,b\", TAG          | NOT_MODIFIED",
                "\"\", TAG             | NOT_MODIFIED",
                "\"x\"                 | PROCEED",
                "\"\"                  | PROCEED",
                "w/TAG                 | PROCEED",
                "W/ TAG                | PROCEED",
                "x, TAG                | PROCEED",
                "TAGx                  | PROCEED",
                "\"xTAG                | PROCEED",
                "\"x y\", TAG          | PROCEED",
                "\"x\"TAG              | PROCEED",
                "*, \"x\"              | PROCEED",
                "\"                    | PROCEED",
                "W/                    | PROCEED",
                ",                     | PROCEED",
            })
    void ifNoneMatchComparesWeakly(String list, Outcome expected) {
        assertEquals(expected, evaluate(withTag("If-None-Match: " + list)));
    }

    @Test
    void anEmptyListMatchesNothing() {
        assertEquals(Outcome.PROCEED, evaluate("If-None-Match:"));
        assertEquals(Outcome.FAILED, evaluate("If-Match:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "TAG          | PROCEED",
                "*            | PROCEED",
                "\"x\", TAG   | PROCEED",
                "W/TAG        | FAILED",
                "\"x\"        | FAILED",
                "W/TAG, TAG   | PROCEED",
            })
    void ifMatchComparesStrongly(String list, Outcome expected) {
        assertEquals(expected, evaluate(withTag("If-Match: " + list)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                BEFORE + " | PROCEED",
                SAME + " | NOT_MODIFIED",
                AFTER + " | NOT_MODIFIED",
                "Sunday, 06-Nov-94 08:49:37 GMT | NOT_MODIFIED",
                "Sun Nov  6 08:49:37 1994 | NOT_MODIFIED",
                "yesterday | PROCEED",
            })
    void ifModifiedSinceComparesDates(String date, Outcome expected) {
        assertEquals(expected, evaluate("If-Modified-Since: " + date));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                BEFORE + " | FAILED",
                SAME + " | PROCEED",
                AFTER + " | PROCEED",
                "yesterday | PROCEED",
            })
    void ifUnmodifiedSinceComparesDates(String date, Outcome expected) {
        assertEquals(expected, evaluate("If-Unmodified-Since: " + date));
    }

    @Test
    void ifNoneMatchSilencesIfModifiedSince() {
        assertEquals(Outcome.PROCEED, evaluate("If-None-Match: \"x\"", "If-Modified-Since: " + AFTER));
        assertEquals(Outcome.NOT_MODIFIED, evaluate(withTag("If-None-Match: TAG"), "If-Modified-Since: " + BEFORE));
    }

    @Test
    void ifMatchSilencesIfUnmodifiedSince() {
        assertEquals(Outcome.PROCEED, evaluate(withTag("If-Match: TAG"), "If-Unmodified-Since: " + BEFORE));
        assertEquals(Outcome.FAILED, evaluate("If-Match: \"x\"", "If-Unmodified-Since: " + AFTER));
    }

    @Test
    void permissionComesBeforeNotModified() {
        assertEquals(Outcome.FAILED, evaluate("If-Match: \"x\"", withTag("If-None-Match: TAG")));
        assertEquals(Outcome.NOT_MODIFIED, evaluate(withTag("If-Match: TAG"), withTag("If-None-Match: TAG")));
    }

    @Test
    void ofSeveralListsTheFirstIsUsed() {
        assertEquals(Outcome.NOT_MODIFIED, evaluate(withTag("If-None-Match: TAG"), "If-None-Match: \"x\""));
        assertEquals(Outcome.PROCEED, evaluate("If-None-Match: \"x\"", withTag("If-None-Match: TAG")));
    }

    @Test
    void anotherVersionOfTheFileHasAnotherTag() {
        String tag = Heads.tag(new FileHeaders(new FileVersion(100, Heads.MODIFIED, 500, 77), new byte[0], Heads.NOW));
        assertEquals(withTag("TAG"), tag);
        for (FileVersion other : new FileVersion[] {
            new FileVersion(101, Heads.MODIFIED, 500, 77),
            new FileVersion(100, Heads.MODIFIED + 1, 500, 77),
            new FileVersion(100, Heads.MODIFIED, 501, 77),
            new FileVersion(100, Heads.MODIFIED, 500, 78)
        }) {
            FileHeaders headers = new FileHeaders(other, new byte[0], Heads.NOW);
            assertEquals(
                    Outcome.PROCEED, Preconditions.evaluate(Heads.get("If-None-Match: " + tag), headers, Heads.NOW));
        }
    }
}
