package io.laio.http.process;

import java.nio.file.Path;
import java.util.List;

/**
 * The AOT cache of a child JVM (JEP 483, 514): its classes as a training run left them, loaded and linked, mapped and shared by
 * all children.
 */
public sealed interface AotCache {
    /**
     * How the JVM is told to use it.
     *
     * @return options of the JVM, none if there is no cache
     */
    List<String> options();

    /**
     * A cache in a file.
     *
     * @param file where it is
     */
    record At(Path file) implements AotCache {
        /** With AOTMode=on a cache that does not fit is an error, which is seen; by default the JVM would do without. */
        @Override
        public List<String> options() {
            return List.of("-XX:AOTMode=on", "-XX:AOTCache=" + file);
        }

        @Override
        public String toString() {
            return "the AOT cache " + file;
        }
    }

    /**
     * A cache that is yet to be made: the child that is started is the training run, which writes it when it ends by itself.
     *
     * @param file where it will be
     */
    record Training(Path file) implements AotCache {
        @Override
        public List<String> options() {
            return List.of("-XX:AOTCacheOutput=" + file);
        }
    }

    /**
     * No cache.
     *
     * @param reason why not, to be told; empty if that is known
     */
    record None(String reason) implements AotCache {
        boolean known() {
            return reason.isEmpty();
        }

        @Override
        public List<String> options() {
            return List.of();
        }
    }

    /**
     * The cache that the running JVM was told of by a system property, as {@code bin/laio} does.
     *
     * @param property the property's name
     * @return the cache, or that there is none
     */
    static AotCache ofProperty(String property) {
        String file = System.getProperty(property, "");
        return file.isEmpty() ? new None("system property " + property + " names none") : new At(Path.of(file));
    }
}
