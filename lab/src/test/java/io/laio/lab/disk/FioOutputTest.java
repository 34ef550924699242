package io.laio.lab.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fio 3.33 writes, shortened, and what it must not be taken for. */
class FioOutputTest {
    private static final String GOOD = """
            {
              "fio version" : "fio-3.33",
              "jobs" : [
                {
                  "jobname" : "reads",
                  "error" : 0,
                  "read" : {
                    "io_bytes" : 3031040,
                    "bw_bytes" : 300600,
                    "iops" : 73.388400,
                    "runtime" : 10083,
                    "total_ios" : 740,
                    "clat_ns" : { "mean" : 13600000.5 },
                    "lat_ns" : { "min" : 4096, "max" : 63660172, "mean" : 13625000.25 }
                  },
                  "write" : { "iops" : 0.000000, "lat_ns" : { "mean" : 0.000000 } }
                }
              ]
            }
            """;

    private static String broken(String output) {
        FioException broken = assertThrows(FioException.class, () -> FioOutput.reads(output, 4096));
        return String.valueOf(broken.getMessage());
    }

    @Test
    void theReadsOfTheOneJobAreTaken() throws FioException {
        Reads reads = FioOutput.reads(GOOD, 4096);
        assertEquals(73.3884, reads.perSecond());
        assertEquals(13.62500025, reads.meanMillis(), 1e-12);
        assertEquals(73.3884 * 4096 / 1048576, reads.mebibytesPerSecond(), 1e-12);
    }

    @Test
    void warningsBeforeTheJsonAreNoJson() throws FioException {
        String warned = "fio: this platform { does not support } it\nnote: both iodepth >= 1\n" + GOOD;
        assertEquals(73.3884, FioOutput.reads(warned, 4096).perSecond());
    }

    @Test
    void aFailedJobIsAnErrorThatRepeatsWhatWasSaid() {
        String failed = "fio: io_u error on file /dev/loop0: Input/output error\n"
                + GOOD.replace("\"error\" : 0", "\"error\" : 5");
        String message = broken(failed);
        assertTrue(message.contains("error 5"), message);
        assertTrue(message.contains("Input/output error"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fio: engine libaio not loadable",
                "{\"jobs\" : [{\"read\" ",
                "{}",
                "{\"jobs\": []}",
                "{\n}}",
                "[]"
            })
    void whatIsNotItsJsonIsAnError(String output) {
        assertTrue(broken(output).startsWith("fio "), output);
    }

    @Test
    void outputThatEndsTooEarlyIsAnError() {
        for (int length = 0; length < GOOD.stripTrailing().length(); length++) {
            broken(GOOD.substring(0, length));
        }
    }

    @ParameterizedTest
    @CsvSource({"\"iops\",iops", "\"lat_ns\",lat_ns.mean"})
    void aNumberThatIsMissingIsNamed(String member, String named) {
        String message = broken(GOOD.replace(" " + member, " \"other\""));
        assertTrue(message.contains("does not tell jobs[0].read." + named), message);
    }

    @Test
    void aNumberThatIsNoneIsNamed() {
        String message = broken(GOOD.replace("73.388400", "\"fast\""));
        assertTrue(message.contains("iops"), message);
    }

    @Test
    void whoReadNothingMeasuredNothing() {
        assertTrue(broken(GOOD.replace("73.388400", "0.000000")).contains("read nothing"));
    }

    @Test
    void twoJobsAreOneTooMany() {
        String two = GOOD.replace("\"jobs\" : [", "\"jobs\" : [ {},");
        assertTrue(broken(two).contains("2 jobs"));
    }

    @Test
    void longTalkIsCutShort() {
        assertTrue(broken("no ".repeat(10_000)).length() < 500);
    }
}
