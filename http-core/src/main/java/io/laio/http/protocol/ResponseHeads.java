package io.laio.http.protocol;

/**
 * Writes the heads of responses, and the short pages of those that have no file. Every method writes at an index and returns
 * the index after the last byte; nothing is allocated. One a loop, with the loop's {@link DateLine}.
 *
 * <p>A target that is too small ends in an {@link IndexOutOfBoundsException}: {@link #maxFileHeadBytes} and
 * {@link #maxRedirectBytes} say what is needed, {@link #MAX_PAGE_BYTES} suffices for the rest.
 */
public final class ResponseHeads {
    /** What a response without a file needs at most, page included, redirects apart. */
    public static final int MAX_PAGE_BYTES = 512;

    /** Status line, Server, Date, Connection, Content-Range and Content-Length. */
    private static final int MAX_LINES_BYTES = 320;

    private static final byte[] PAGE_TYPE = Ascii.bytes("text/html; charset=utf-8");

    private final DateLine dateLine;

    /**
     * Makes a writer.
     *
     * @param dateLine the time, kept up to date by the caller
     */
    public ResponseHeads(DateLine dateLine) {
        this.dateLine = dateLine;
    }

    /**
     * The room that any head for a file can need.
     *
     * @param file the file
     * @return bytes
     */
    public static int maxFileHeadBytes(FileHeaders file) {
        return MAX_LINES_BYTES + file.allBytes();
    }

    /**
     * The room that a redirect can need.
     *
     * @param request what would be redirected
     * @return bytes
     */
    public static int maxRedirectBytes(Request request) {
        return MAX_PAGE_BYTES
                + UriEscapes.maxBytes(request.path().length() + request.query().length());
    }

    /**
     * 200: the head of a whole file.
     *
     * @param target gets the bytes
     * @param at where
     * @param file the file
     * @param persistence what becomes of the connection
     * @return where the head ends
     */
    public int writeWhole(byte[] target, int at, FileHeaders file, Persistence persistence) {
        return file.putAll(target, start(target, at, Status.OK, persistence));
    }

    /**
     * 206: the head of a part of a file.
     *
     * @param target gets the bytes
     * @param at where
     * @param file the file
     * @param range the part, as {@link ByteRange#resolve} left it
     * @param persistence what becomes of the connection
     * @return where the head ends
     */
    public int writePartial(byte[] target, int at, FileHeaders file, ByteRange range, Persistence persistence) {
        int end = file.putCommon(target, start(target, at, Status.PARTIAL_CONTENT, persistence));
        end = Ascii.put(target, end, HeadText.CONTENT_RANGE);
        end = Ascii.putDecimal(target, end, range.first());
        target[end++] = '-';
        end = Ascii.putDecimal(target, end, range.last());
        end = slashSize(target, end, file.contentBytes());
        return HeadText.contentLengthAndEnd(target, end, range.bytes());
    }

    /**
     * 304: the client's copy is good.
     *
     * @param target gets the bytes
     * @param at where
     * @param file the file
     * @param persistence what becomes of the connection
     * @return where the response ends
     */
    public int writeNotModified(byte[] target, int at, FileHeaders file, Persistence persistence) {
        int end = file.putEntityTag(target, start(target, at, Status.NOT_MODIFIED, persistence));
        return Ascii.put(target, end, HeadText.CRLF);
    }

    /**
     * 416, and its page unless the request is a HEAD.
     *
     * @param target gets the bytes
     * @param at where
     * @param file the file, whose size is told
     * @param method the method of the request
     * @param persistence what becomes of the connection
     * @return where the response ends
     */
    public int writeUnsatisfiable(byte[] target, int at, FileHeaders file, Method method, Persistence persistence) {
        int end = start(target, at, Status.RANGE_NOT_SATISFIABLE, persistence);
        end = Ascii.put(target, end, HeadText.CONTENT_RANGE);
        target[end++] = '*';
        end = slashSize(target, end, file.contentBytes());
        return page(target, end, Status.RANGE_NOT_SATISFIABLE, method);
    }

    /**
     * 301 to the same path with a slash, query kept, and its page unless the request is a HEAD. The target is written anew
     * from the decoded path and begins with one slash, so it can never lead to another host.
     *
     * @param target gets the bytes
     * @param at where
     * @param request whose path is a directory without slash
     * @param persistence what becomes of the connection
     * @return where the response ends
     */
    public int writeSlashRedirect(byte[] target, int at, Request request, Persistence persistence) {
        RequestPath path = request.path();
        Slice query = request.query();
        int end = start(target, at, Status.MOVED_PERMANENTLY, persistence);
        end = Ascii.put(target, end, HeadText.LOCATION);
        target[end++] = '/';
        end = UriEscapes.putPath(target, end, path.bytes(), path.length());
        target[end++] = '/';
        if (query.present()) {
            target[end++] = '?';
            end = UriEscapes.putQuery(target, end, request.buffer(), query.offset(), query.end());
        }
        end = Ascii.put(target, end, HeadText.CRLF);
        return page(target, end, Status.MOVED_PERMANENTLY, request.method());
    }

    /**
     * An error, and its page unless the request is a HEAD.
     *
     * @param target gets the bytes
     * @param at where
     * @param status which
     * @param method the method of the request, {@link Method#UNKNOWN} if there is none
     * @param persistence what becomes of the connection
     * @return where the response ends
     */
    public int writeError(byte[] target, int at, Status status, Method method, Persistence persistence) {
        int end = status.putExtraLines(target, start(target, at, status, persistence));
        return page(target, end, status, method);
    }

    /**
     * The head of content that is not a file, never to be cached.
     *
     * @param target gets the bytes
     * @param at where
     * @param mediaType its type, of at most 100 bytes
     * @param contentBytes its length
     * @param persistence what becomes of the connection
     * @return where the head ends
     */
    public int writeContent(byte[] target, int at, byte[] mediaType, long contentBytes, Persistence persistence) {
        int end = Ascii.put(target, start(target, at, Status.OK, persistence), HeadText.NO_STORE);
        end = HeadText.line(target, end, HeadText.CONTENT_TYPE, mediaType);
        return HeadText.contentLengthAndEnd(target, end, contentBytes);
    }

    /**
     * 204: done.
     *
     * @param target gets the bytes
     * @param at where
     * @param persistence what becomes of the connection
     * @return where the response ends
     */
    public int writeNoContent(byte[] target, int at, Persistence persistence) {
        return Ascii.put(target, start(target, at, Status.NO_CONTENT, persistence), HeadText.CRLF);
    }

    private int start(byte[] target, int at, Status status, Persistence persistence) {
        return persistence.put(target, dateLine.put(target, status.putStart(target, at)));
    }

    private static int slashSize(byte[] target, int at, long size) {
        target[at] = '/';
        return Ascii.put(target, Ascii.putDecimal(target, at + 1, size), HeadText.CRLF);
    }

    private static int page(byte[] target, int at, Status status, Method method) {
        int end = HeadText.line(target, at, HeadText.CONTENT_TYPE, PAGE_TYPE);
        end = HeadText.contentLengthAndEnd(target, end, status.pageBytes());
        return method == Method.HEAD ? end : status.putPage(target, end);
    }
}
