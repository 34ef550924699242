package io.laio.lab.disk;

import io.laio.testbed.disk.UnfitMachineException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs fio. For one thread.
 *
 * @param program its name, or where it is
 */
record Fio(String program) {
    private static final long END_SECONDS = 5;

    /**
     * Which fio there is.
     *
     * @return what it calls itself, {@code fio-3.33}
     * @throws UnfitMachineException if there is none
     * @throws IOException if it does not say
     * @throws InterruptedException if the thread is interrupted
     */
    String version() throws IOException, InterruptedException {
        try {
            return run(List.of(program, "--version")).strip();
        } catch (FioException e) {
            throw e;
        } catch (IOException absent) {
            UnfitMachineException unfit = new UnfitMachineException(
                    program + " cannot be started, which reads the disks (install fio): " + absent.getMessage());
            unfit.initCause(absent);
            throw unfit;
        }
    }

    /**
     * Reads a device.
     *
     * @param device which one
     * @param load in which way
     * @param extent how much
     * @param seed of the places
     * @return how it went
     * @throws IOException if fio failed, or is not understood
     * @throws InterruptedException if the thread is interrupted; fio is ended then
     */
    Reads read(Path device, Load load, Extent extent, long seed) throws IOException, InterruptedException {
        // In a session of its own, or Ctrl-C would reach it too, and its complaint would be in the way.
        List<String> command = new ArrayList<>(List.of("setsid", program));
        command.addAll(FioCommand.options(device, load, extent, seed));
        return FioOutput.reads(run(command), load.bytes());
    }

    /** By a file, because a pipe would have to be read while an interrupt is awaited. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("laio-fio-", ".json");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(output.toFile())
                    .start();
            int status = awaited(process);
            String said = Files.readString(output);
            if (status != 0) {
                throw new FioException("ended with status " + status, said);
            }
            return said;
        } finally {
            Files.delete(output);
        }
    }

    /** Who waits for a disk that does not answer cannot be killed before that is gone: it is not waited for. */
    private static int awaited(Process process) throws InterruptedException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly().waitFor(END_SECONDS, TimeUnit.SECONDS);
            throw e;
        }
    }
}
