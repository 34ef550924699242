package io.laio.comparison.plan;

import io.laio.comparison.cgroup.ReadLimit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the field {@code readLimit}: {@code iops=300} and {@code bps=60M}, or one of them; a plan may write the latter out as
 * {@code bytesPerSecond}.
 */
final class ReadLimits {
    private static final String READS = "iops";
    private static final String BYTES = "bps";
    private static final Map<String, String> NAMES = Map.of(READS, READS, BYTES, BYTES, "bytesPerSecond", BYTES);

    private ReadLimits() {}

    static Optional<ReadLimit> parse(List<String> parts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : parts) {
            String[] pair = part.strip().split("=", 2);
            String name = NAMES.get(pair[0]);
            if (pair.length < 2 || name == null || values.put(name, pair[1]) != null) {
                throw new IllegalArgumentException(
                        "\"" + part + "\" is no limit; there are iops=N (reads a second) and bps=N (bytes a second, "
                                + "e.g. 60M), each once");
            }
        }
        return Optional.of(new ReadLimit(
                value(values.get(READS), text -> Numbers.whole(text, 1)), value(values.get(BYTES), ByteSize::parse)));
    }

    private static OptionalLong value(@Nullable String text, ToLongFunction<String> parser) {
        return text == null ? OptionalLong.empty() : OptionalLong.of(parser.applyAsLong(text));
    }
}
