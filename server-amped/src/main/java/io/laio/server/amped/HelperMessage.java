package io.laio.server.amped;

import io.laio.linux.Memory;
import io.laio.linux.OpenHow;

/**
 * The protocol between the loop and its helper processes: small messages of one layout, in the machine's byte order, each a
 * message of a {@link io.laio.http.process.MessageSocket}. No content of a file ever crosses.
 *
 * <table>
 * <caption>What stands at which byte</caption>
 * <tr><th>bytes</th><th>READ</th><th>CONVERT</th><th>DONE</th></tr>
 * <tr><td>0-3</td><td>1</td><td>2</td><td>3</td></tr>
 * <tr><td>4-7</td><td>request id</td><td>request id</td><td>id of the request</td></tr>
 * <tr><td>8-15</td><td>offset in the file</td><td>length of the path</td><td>result, or negated error number</td></tr>
 * <tr><td>16-23</td><td>length of the range</td><td>0</td><td>not there</td></tr>
 * <tr><td>24-47</td><td>not there</td><td>{@code struct open_how}</td><td>not there</td></tr>
 * <tr><td>48-</td><td>not there</td><td>the path and a zero</td><td>not there</td></tr>
 * <tr><td>descriptor</td><td>the file</td><td>the document root, with the first CONVERT</td><td>none</td></tr>
 * </table>
 *
 * <p>The loop sends READ and CONVERT, one at a time; the helper answers each with DONE and the same id. The helper ends when the
 * socket does. Methods take the address of a message; those that write answer with its length in bytes.
 */
final class HelperMessage {
    static final int READ = 1;
    static final int CONVERT = 2;

    /** PATH_MAX of {@code include/uapi/linux/limits.h}: the longest path with its zero. */
    private static final int MAX_PATH_BYTES = 4096;

    private static final int DONE = 3;
    private static final int ID = 4;
    private static final int VALUE = 8;
    private static final int LENGTH = 16;
    private static final int HOW = 24;
    private static final int PATH = HOW + OpenHow.BYTES;
    private static final int READ_BYTES = 24;
    private static final int DONE_BYTES = 16;

    /** The longest message. */
    static final int MAX_BYTES = PATH + MAX_PATH_BYTES;

    private HelperMessage() {}

    static int putRead(long message, int id, long offset, int length) {
        putHead(message, READ, id, offset);
        Memory.putLong(message + LENGTH, length);
        return READ_BYTES;
    }

    static int putConvert(long message, int id, long path, int pathLength, long how) {
        putHead(message, CONVERT, id, pathLength);
        Memory.putLong(message + LENGTH, 0);
        Memory.copy(how, message + HOW, OpenHow.BYTES);
        Memory.copy(path, message + PATH, pathLength);
        Memory.putByte(message + PATH + pathLength, (byte) 0);
        return PATH + pathLength + 1;
    }

    static int putDone(long message, int id, int result) {
        putHead(message, DONE, id, result);
        return DONE_BYTES;
    }

    private static void putHead(long message, int type, int id, long value) {
        Memory.putInt(message, type);
        Memory.putInt(message + ID, id);
        Memory.putLong(message + VALUE, value);
    }

    static int type(long message) {
        return Memory.getInt(message);
    }

    static int id(long message) {
        return Memory.getInt(message + ID);
    }

    static long offset(long message) {
        return Memory.getLong(message + VALUE);
    }

    static int length(long message) {
        return (int) Memory.getLong(message + LENGTH);
    }

    static int result(long message) {
        return (int) Memory.getLong(message + VALUE);
    }

    static long how(long message) {
        return message + HOW;
    }

    static long path(long message) {
        return message + PATH;
    }

    /** Whether it is the answer to a request. */
    static boolean isDone(long message, long length, int id) {
        return length == DONE_BYTES && type(message) == DONE && id(message) == id;
    }
}
