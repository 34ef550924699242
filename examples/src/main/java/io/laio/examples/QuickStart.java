package io.laio.examples;

import io.laio.Completions;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.linux.Errno;
import io.laio.linux.NativeBuffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads from the standard input, and does something else for as long as there is nothing to read. */
final class QuickStart {
    private static final int STDIN = 0;
    private static final long ONE_SECOND = 1_000_000_000;

    public static void main(String... arguments) throws Exception {
        Completions completions = new Completions(16);
        try (NativeBuffer buffer = new NativeBuffer(4096);
                Laio laio = Laio.open(LaioOptions.DEFAULTS)) { // closed first: then the buffer is ours again
            long length = laio.read(STDIN, buffer.address(), buffer.capacity(), -1);
            int error = laio.errno();
            if (length < 0 && error == Errno.EINPROGRESS) {
                System.out.println("it would block, and goes on by itself");
                while (laio.poll(completions, ONE_SECOND) == 0) {
                    System.out.println("meanwhile, something else");
                }
                length = completions.value(0);
                error = completions.errno(0);
            }
            if (length < 0) {
                throw new IOException("read: " + Errno.describe(error));
            }
            System.out.print("read: "
                    + StandardCharsets.UTF_8.decode(buffer.asByteBuffer().limit((int) length)));
        }
    }
}
