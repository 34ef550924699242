package io.laio.lab.disk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Understands {@code fio --output-format=json}, versions 3: HOWTO, "Normal output" and "JSON output". */
final class FioOutput {
    private static final double NANOS_PER_MILLI = 1e6;

    private FioOutput() {}

    /**
     * Reads what one job says of its reads.
     *
     * @param output all that fio wrote; warnings stand before the JSON
     * @param bytes of a read
     * @return how they went
     * @throws FioException if the job failed or read nothing, or this is no such output
     */
    static Reads reads(String output, int bytes) throws FioException {
        JsonNode job = job(output);
        if (job.path("error").asInt() != 0) {
            throw new FioException("failed with error " + job.path("error").asInt(), beforeJson(output));
        }
        JsonNode read = job.path("read");
        double perSecond = number(read.path("iops"), "iops", output);
        double meanNanos = number(read.path("lat_ns").path("mean"), "lat_ns.mean", output);
        if (perSecond <= 0) {
            throw new FioException("read nothing", output);
        }
        return Reads.of(perSecond, meanNanos / NANOS_PER_MILLI, bytes);
    }

    private static JsonNode job(String output) throws FioException {
        try {
            JsonNode jobs = new JsonMapper().readTree(json(output)).path("jobs");
            if (jobs.size() != 1) {
                throw new FioException("tells of " + jobs.size() + " jobs instead of one", output);
            }
            return jobs.path(0);
        } catch (JsonProcessingException e) {
            FioException broken = new FioException("wrote no JSON", output);
            broken.initCause(e);
            throw broken;
        }
    }

    /** The object begins a line: warnings may hold braces too. */
    private static String json(String output) throws FioException {
        int start = ("\n" + output).indexOf("\n{");
        if (start < 0) {
            throw new FioException("wrote no JSON", output);
        }
        return output.substring(start);
    }

    private static String beforeJson(String output) throws FioException {
        return output.substring(0, output.length() - json(output).length());
    }

    private static double number(JsonNode value, String name, String output) throws FioException {
        if (!value.isNumber()) {
            throw new FioException("does not tell jobs[0].read." + name, output);
        }
        return value.doubleValue();
    }
}
