package io.laio.server.threads;

import io.laio.http.process.AotCache;
import io.laio.http.process.ChildFailedException;
import io.laio.http.process.ChildJvm;
import io.laio.http.process.ChildStarter;
import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerOptions;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.Workforce;
import io.laio.http.server.WorkforceContext;
import java.io.File;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Processes that each serve one connection at a time and wait for everything: the MP architecture of the Flash paper. */
public final class MpPrefork implements ServerVariant {
    /** How many processes there are, which is how many connections are served at once. */
    public static final ServerOption PROCESSES = new ServerOption(
            "--processes",
            "N",
            8,
            1,
            1_024,
            "Processes, no more than --max-connections; each serves one connection until that ends, further ones wait in the"
                    + " kernel's queue. They are refused with 503 only if --max-connections is no more than N.");

    /** Names the file with the AOT cache of the processes; {@code bin/laio} sets it. */
    static final String CACHE_PROPERTY = "laio.prefork.aot";

    /** A server's as in {@code bin/laio}, with a heap that begins smaller: there are several. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xms16m",
            "-Xmx96m",
            "-XX:-UsePerfData",
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=dontinline,io.laio.linux.NativeLinux::syscall",
            "--enable-native-access=ALL-UNNAMED");

    private final AotCache cache;

    /** Made by the service loader. */
    public MpPrefork() {
        this(AotCache.ofProperty(CACHE_PROPERTY));
    }

    /** With a cache of the caller's choice, or the run that makes it. */
    MpPrefork(AotCache cache) {
        this.cache = cache;
    }

    @Override
    public String name() {
        return "mp-prefork";
    }

    @Override
    public Description description() {
        return new Description(
                "blocking sockets, a process for each",
                "B: open and pread in the process",
                "processes",
                "its own process");
    }

    @Override
    public List<ServerOption> options() {
        return List.of(PROCESSES);
    }

    /** The master has a socket to each process, and where it connects while it starts; and the memory of the counters. */
    @Override
    public int descriptors(ServerOptions options) {
        return ServerVariant.super.descriptors(options) + 2 * options.value(PROCESSES) + 1;
    }

    @Override
    public boolean eventDriven() {
        return false;
    }

    @Override
    public Workforce workforce(WorkforceContext context) {
        try {
            ChildStarter starter = new ChildStarter(jvm(), cache);
            return new PreforkServer(context, starter, context.options().value(PROCESSES));
        } catch (ChildFailedException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** A process's JVM. Its messages go where the master's do: the same logger, where that has one, is on its class path. */
    static ChildJvm jvm() throws ChildFailedException {
        Class<?> logger = LoggerFactory.getILoggerFactory().getClass();
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(ProcessMain.class, logger)) {
            places.addAll(List.of(ChildJvm.classPathOf(type).split(File.pathSeparator)));
        }
        return new ChildJvm(String.join(File.pathSeparator, places), ProcessMain.class.getName(), JVM_OPTIONS);
    }
}
