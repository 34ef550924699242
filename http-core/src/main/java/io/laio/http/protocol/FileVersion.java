package io.laio.http.protocol;

/**
 * What tells one state of a file from another without reading it.
 *
 * @param bytes its size
 * @param modifiedEpochSeconds when it was modified, in seconds since 1970-01-01T00:00:00Z
 * @param modifiedNanos the nanoseconds of that second
 * @param inode its inode number: a file put in the place of another differs even with the same time and size
 */
public record FileVersion(long bytes, long modifiedEpochSeconds, int modifiedNanos, long inode) {
    /**
     * Checks the size and the nanoseconds.
     *
     * @throws IllegalArgumentException if the size is negative or the nanoseconds are not below one second
     */
    public FileVersion {
        if (bytes < 0 || modifiedNanos < 0 || modifiedNanos > 999_999_999) {
            throw new IllegalArgumentException("no such file: " + bytes + " bytes, " + modifiedNanos + " ns");
        }
    }

    /** How many bytes {@link #putEntityTag} writes. */
    int entityTagBytes() {
        return "\"--.\"".length()
                + Ascii.hexDigits(inode)
                + Ascii.hexDigits(bytes)
                + Ascii.hexDigits(modifiedEpochSeconds)
                + Ascii.hexDigits(modifiedNanos);
    }

    /** Writes a strong entity tag, RFC 9110 section 8.8.3: every component in hexadecimal. */
    int putEntityTag(byte[] target, int at) {
        int end = at;
        target[end++] = '"';
        end = Ascii.putLowerHex(target, end, inode);
        target[end++] = '-';
        end = Ascii.putLowerHex(target, end, bytes);
        target[end++] = '-';
        end = Ascii.putLowerHex(target, end, modifiedEpochSeconds);
        target[end++] = '.';
        end = Ascii.putLowerHex(target, end, modifiedNanos);
        target[end++] = '"';
        return end;
    }
}
