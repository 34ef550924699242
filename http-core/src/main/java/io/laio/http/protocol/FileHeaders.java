package io.laio.http.protocol;

import java.util.Arrays;

/**
 * The part of a head that depends on nothing but the file, written once when the file is opened: validators, type and length.
 * Immutable.
 *
 * <pre>
 *   ETag | Content-Type Last-Modified Accept-Ranges | Content-Length and the empty line
 *   304: the first part      206: two, then its own length      200: all three
 * </pre>
 */
public final class FileHeaders {
    private static final int CONSTANT_BYTES = HeadText.ENTITY_TAG.length
            + HeadText.CONTENT_TYPE.length
            + HeadText.LAST_MODIFIED.length
            + HttpDate.BYTES
            + HeadText.ACCEPT_RANGES.length
            + HeadText.CONTENT_LENGTH.length
            + 5 * HeadText.CRLF.length;

    private final byte[] lines;
    private final int entityTagLineBytes;
    private final int commonBytes;
    private final long lastModifiedEpochSeconds;
    private final long contentBytes;

    /**
     * Writes the lines.
     *
     * @param version the file
     * @param mediaType its type, as a value of Content-Type
     * @param nowEpochSeconds the time: a file from the future is presented as modified now, RFC 9110 section 8.8.2.1
     */
    public FileHeaders(FileVersion version, byte[] mediaType, long nowEpochSeconds) {
        contentBytes = version.bytes();
        lastModifiedEpochSeconds = Math.min(version.modifiedEpochSeconds(), nowEpochSeconds);
        lines = new byte
                [CONSTANT_BYTES + version.entityTagBytes() + mediaType.length + Ascii.decimalDigits(contentBytes)];
        entityTagLineBytes = putEntityTagLine(version);
        commonBytes = putDescription(mediaType);
        HeadText.contentLengthAndEnd(lines, commonBytes, contentBytes);
    }

    private int putEntityTagLine(FileVersion version) {
        int end = Ascii.put(lines, 0, HeadText.ENTITY_TAG);
        end = version.putEntityTag(lines, end);
        return Ascii.put(lines, end, HeadText.CRLF);
    }

    private int putDescription(byte[] mediaType) {
        int end = HeadText.line(lines, entityTagLineBytes, HeadText.CONTENT_TYPE, mediaType);
        end = Ascii.put(lines, end, HeadText.LAST_MODIFIED);
        end = HttpDate.format(lines, end, lastModifiedEpochSeconds);
        end = Ascii.put(lines, end, HeadText.CRLF);
        return Ascii.put(lines, end, HeadText.ACCEPT_RANGES);
    }

    /**
     * The length of the whole content.
     *
     * @return bytes
     */
    public long contentBytes() {
        return contentBytes;
    }

    /**
     * When the file was modified, as the header says.
     *
     * @return seconds since 1970-01-01T00:00:00Z
     */
    public long lastModifiedEpochSeconds() {
        return lastModifiedEpochSeconds;
    }

    /** Whether bytes of a buffer are the entity tag with its quotes. */
    boolean isEntityTag(byte[] buffer, int begin, int end) {
        int tagEnd = entityTagLineBytes - HeadText.CRLF.length;
        return Arrays.equals(buffer, begin, end, lines, HeadText.ENTITY_TAG.length, tagEnd);
    }

    int allBytes() {
        return lines.length;
    }

    int putAll(byte[] target, int at) {
        return put(target, at, lines.length);
    }

    int putCommon(byte[] target, int at) {
        return put(target, at, commonBytes);
    }

    int putEntityTag(byte[] target, int at) {
        return put(target, at, entityTagLineBytes);
    }

    private int put(byte[] target, int at, int length) {
        System.arraycopy(lines, 0, target, at, length);
        return at + length;
    }
}
