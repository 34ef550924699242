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
    private static final int MAX_TEXT_BYTES = 256;

    private final byte[] lines;
    private final int entityTagLineBytes;
    private final int commonBytes;
    private final byte[] entityTag;
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
        entityTag = version.entityTag();
        contentBytes = version.bytes();
        lastModifiedEpochSeconds = Math.min(version.modifiedEpochSeconds(), nowEpochSeconds);
        byte[] text = new byte[MAX_TEXT_BYTES + mediaType.length];
        int end = HeadText.line(text, 0, HeadText.ENTITY_TAG, entityTag);
        entityTagLineBytes = end;
        end = HeadText.line(text, end, HeadText.CONTENT_TYPE, mediaType);
        end = Ascii.put(text, end, HeadText.LAST_MODIFIED);
        end = HttpDate.format(text, end, lastModifiedEpochSeconds);
        end = Ascii.put(text, end, HeadText.CRLF);
        end = Ascii.put(text, end, HeadText.ACCEPT_RANGES);
        commonBytes = end;
        end = HeadText.contentLengthAndEnd(text, end, contentBytes);
        lines = Arrays.copyOf(text, end);
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

    /** The entity tag with its quotes; not to be changed. */
    byte[] entityTag() {
        return entityTag;
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
