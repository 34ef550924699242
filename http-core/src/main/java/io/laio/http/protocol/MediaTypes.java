package io.laio.http.protocol;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The media type of a file by the extension of its name, case aside. Immutable; looking up allocates nothing.
 *
 * <p>An extension of up to eight characters is packed into a {@code long}, and the longs are searched; names never contain a NUL, so no two
 * are packed alike. Types are those of
 * the IANA registry; JavaScript is text/javascript (RFC 9239).
 */
public final class MediaTypes {
    private static final int MAX_EXTENSION_BYTES = Long.BYTES;
    private static final byte[] UNKNOWN = Ascii.bytes("application/octet-stream");

    private final long[] extensions;
    private final byte[][] types;

    /**
     * Makes a table.
     *
     * @param text a line for each type, {@code type extension...}, as in mime.types; the type may have parameters if no space
     *     precedes them; where an extension repeats, the last counts
     * @throws IllegalArgumentException if an extension is longer than eight characters or not ASCII
     */
    public MediaTypes(String text) {
        SortedMap<Long, byte[]> table = new TreeMap<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> add(table, line.split("\\s+")));
        extensions = table.keySet().stream().mapToLong(Long::longValue).toArray();
        types = table.values().toArray(byte[][]::new);
    }

    /**
     * The table for what is usually on the web.
     *
     * @return a table
     */
    public static MediaTypes standard() {
        return new MediaTypes(StandardMediaTypes.TEXT);
    }

    private static void add(SortedMap<Long, byte[]> table, String... words) {
        byte[] type = Ascii.bytes(words[0].replace(";", "; "));
        for (String extension : Arrays.asList(words).subList(1, words.length)) {
            boolean ascii = extension.chars().allMatch(character -> character > ' ' && character < 0x7f);
            if (!ascii || extension.length() > MAX_EXTENSION_BYTES) {
                throw new IllegalArgumentException("extension must be ASCII and not over 8 characters: " + extension);
            }
            byte[] bytes = Ascii.bytes(extension);
            table.put(pack(bytes, 0, bytes.length), type);
        }
    }

    /**
     * Looks the type of a file up.
     *
     * @param path holds its path
     * @param length length of the path in bytes, from index 0 on
     * @return the value of Content-Type, application/octet-stream if the extension is not known; not to be changed
     */
    public byte[] ofPath(byte[] path, int length) {
        int dot = length - 1;
        int lowest = Math.max(0, length - 1 - MAX_EXTENSION_BYTES);
        while (dot >= lowest && path[dot] != '.' && path[dot] != '/') {
            dot--;
        }
        boolean hasExtension = dot > 0 && dot >= lowest && path[dot] == '.' && path[dot - 1] != '/';
        return hasExtension ? ofExtension(path, dot + 1, length) : UNKNOWN;
    }

    private byte[] ofExtension(byte[] path, int begin, int end) {
        int index = Arrays.binarySearch(extensions, pack(path, begin, end));
        return index >= 0 ? types[index] : UNKNOWN;
    }

    private static long pack(byte[] bytes, int begin, int end) {
        long packed = 0;
        for (int i = begin; i < end; i++) {
            packed = packed << 8 | (lower(bytes[i]) & 0xff);
        }
        return packed;
    }

    private static int lower(byte value) {
        return value >= 'A' && value <= 'Z' ? value + ('a' - 'A') : value;
    }
}
