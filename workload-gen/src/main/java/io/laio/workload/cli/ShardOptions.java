package io.laio.workload.cli;

import io.laio.workload.replay.Shard;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which part of a replay this generator has, and when all of them begin. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ShardOptions {
    @Option(
            names = "--shard",
            paramLabel = "I/N",
            defaultValue = "0/1",
            converter = ShardConverter.class,
            description =
                    "play the I-th of N parts of the trace's sequences, I from 0; the others are other generators'."
                            + " --requests and --rate are those of all together")
    private Shard shard;

    @Option(
            names = "--start-at",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "begin at this moment, by this machine's clock: 2026-11-30T15:00:00Z, or seconds since 1970")
    private @Nullable Instant startAt;

    Shard shard() {
        return shard;
    }

    Optional<Instant> startAt() {
        return Optional.ofNullable(startAt);
    }

    /** {@code 0/4} to {@code 3/4}. */
    static final class ShardConverter implements ITypeConverter<Shard> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,5})/(\\d{1,5})");

        @Override
        public Shard convert(String value) {
            Matcher matcher = FORM.matcher(value);
            try {
                if (matcher.matches()) {
                    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
                }
            } catch (IllegalArgumentException noSuchShard) {
                throw new TypeConversionException(String.valueOf(noSuchShard.getMessage()));
            }
            throw new TypeConversionException("'" + value + "' is not a shard such as 0/4");
        }
    }

    /** {@code 2026-11-30T15:00:00Z} or {@code 1796050800}. */
    static final class InstantConverter implements ITypeConverter<Instant> {
        private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

        @Override
        public Instant convert(String value) {
            try {
                return SECONDS.matcher(value).matches()
                        ? Instant.ofEpochSecond(Long.parseLong(value))
                        : Instant.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'" + value + "' is not a time such as 2026-11-30T15:00:00Z, or seconds since 1970");
            }
        }
    }
}
