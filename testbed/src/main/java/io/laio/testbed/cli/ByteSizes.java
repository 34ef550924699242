package io.laio.testbed.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads sizes as people write them: {@code 512M}, {@code 2G}, {@code 1073741824}. Units are powers of 1,024. */
final class ByteSizes implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12})([KMGT]?)(?:I?B)?");
    private static final String UNITS = "KMGT";
    private static final int BITS_PER_UNIT = 10;

    /** Made by picocli. */
    ByteSizes() {}

    @Override
    public Long convert(String text) {
        Matcher matcher = FORM.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new TypeConversionException("\"" + text + "\" is not a size such as 512M, 2G or 1073741824");
        }
        long value = Long.parseLong(matcher.group(1));
        int unit = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
        long bytes = value << (unit * BITS_PER_UNIT);
        if (bytes >> (unit * BITS_PER_UNIT) != value) {
            throw new TypeConversionException("\"" + text + "\" is more than can be counted");
        }
        return bytes;
    }
}
