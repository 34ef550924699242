package io.laio.http.server;

import io.laio.Engine;
import io.laio.Laziness;
import java.util.List;

/**
 * How a server makes its calls through the library; servers that do not use it pay no heed to it.
 *
 * @param engine what carries out a call that would block
 * @param laziness who finds out whether a call would block
 */
public record LaioMode(Engine engine, Laziness laziness) {
    /** The study's: io_uring, and the kernel tries when a batch is submitted. */
    public static final LaioMode DEFAULT = new LaioMode(Engine.RING, Laziness.RING);

    /** What {@code --engine} may say, in the order of {@link #ENGINES}. */
    static final List<String> ENGINE_WORDS = List.of("ring", "workers", "auto");

    private static final List<Engine> ENGINES = List.of(Engine.RING, Engine.WORKERS, Engine.AUTO);

    /** What {@code --lazy} may say, in the order of {@link #LAZINESSES}. */
    static final List<String> LAZINESS_WORDS = List.of("on", "direct", "off");

    private static final List<Laziness> LAZINESSES = List.of(Laziness.RING, Laziness.DIRECT, Laziness.OFF);

    /**
     * The mode that the words of the command line stand for.
     *
     * @param engine an index into {@link #ENGINE_WORDS}
     * @param laziness an index into {@link #LAZINESS_WORDS}
     */
    static LaioMode of(int engine, int laziness) {
        return new LaioMode(ENGINES.get(engine), LAZINESSES.get(laziness));
    }

    /**
     * An engine's name in start-up lines, statistics and results.
     *
     * @param engine the engine
     * @return {@code ring}, {@code workers} or {@code auto}
     */
    public static String word(Engine engine) {
        return ENGINE_WORDS.get(ENGINES.indexOf(engine));
    }

    /**
     * The laziness' name in start-up lines, statistics and results.
     *
     * @return {@code on}: the kernel tries; {@code direct}: the calling thread tries; {@code off}: nobody tries
     */
    public String lazinessWord() {
        return LAZINESS_WORDS.get(LAZINESSES.indexOf(laziness));
    }
}
