package io.laio.server.amped;

import io.laio.http.helper.Helper;
import io.laio.http.helper.HelperKind;
import io.laio.http.helper.HelperListener;
import io.laio.http.process.AotCache;
import io.laio.http.process.ChildFailedException;
import io.laio.http.process.ChildStarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures what helper processes cost; run by {@code server-amped/measure/helpers}. A helper is ready when the loop hears of it.
 * Its memory is its proportional set size: what several share counts for each in part (proc_pid_smaps(5)).
 */
public final class HelperCosts {
    private static final Pattern PSS = Pattern.compile("(?m)^Pss: +(\\d+) kB$");
    private static final long NANOS_PER_MILLI = 1_000_000;

    private HelperCosts() {}

    private static final class Ready implements HelperListener {
        private final List<Helper> helpers = new ArrayList<>();

        @Override
        public void started(Helper helper) {
            helpers.add(helper);
        }

        @Override
        public void done(int result) {
            throw new IllegalStateException("nothing was asked");
        }

        @Override
        public void lost(String why) {
            throw new IllegalStateException("a helper was lost: " + why);
        }

        @Override
        public void ended() {
            throw new IllegalStateException("none was given up");
        }
    }

    /**
     * Starts helpers one after the other and prints what they cost.
     *
     * @param arguments how many helpers
     * @throws ChildFailedException if none can be started
     * @throws IOException if /proc does not tell their memory
     */
    public static void main(String... arguments) throws ChildFailedException, IOException {
        int count = Integer.parseInt(arguments[0]);
        Ready ready = new Ready();
        List<Long> millis = new ArrayList<>();
        try (BareLoop loop = new BareLoop();
                ChildStarter starter =
                        new ChildStarter(HelperMain.jvm(), AotCache.ofProperty(FlashNbAmped.CACHE_PROPERTY));
                ProcessSpawner spawner = loop.spawner(starter)) {
            for (int i = 1; i <= count; i++) {
                int expected = i;
                long began = System.nanoTime();
                spawner.spawn(HelperKind.READ, ready);
                loop.runUntil(() -> ready.helpers.size() == expected);
                millis.add((System.nanoTime() - began) / NANOS_PER_MILLI);
            }
            print(ready.helpers, millis.stream().sorted().toList());
        }
    }

    private static void print(List<Helper> helpers, List<Long> millis) throws IOException {
        long kilobytes = 0;
        for (Helper helper : helpers) {
            Matcher pss = PSS.matcher(Files.readString(Path.of("/proc", helper.processId() + "", "smaps_rollup")));
            kilobytes += pss.find() ? Long.parseLong(pss.group(1)) : 0;
        }
        System.out.printf(
                "%d helpers: ready after %d ms (median), %d ms at most; %.1f MB each (PSS, all of them running)%n",
                helpers.size(), millis.get(millis.size() / 2), millis.getLast(), kilobytes / 1024.0 / helpers.size());
    }
}
