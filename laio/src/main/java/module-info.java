/**
 * Lazily asynchronous system calls: any Linux system call, made asynchronous only if it would block.
 *
 * <p>{@link io.laio} is the library; {@link io.laio.linux} is the Linux binding beneath it, which may also be used by
 * itself.
 */
module io.laio {
    requires static transitive org.jspecify;

    exports io.laio;
    exports io.laio.linux;
    exports io.laio.posix;
}
