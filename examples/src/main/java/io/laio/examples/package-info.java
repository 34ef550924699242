/**
 * Programs that use the library as a stranger would: from outside, through its public types, each whole in one file.
 *
 * <p>{@link io.laio.examples.CopyFiles} and {@link io.laio.examples.EchoServer} are small tools. The three {@link
 * io.laio.examples.FileServer}s do one and the same job with laio, with non-blocking I/O and with POSIX AIO, to be read side
 * by side.
 *
 * <p>The three file servers repeat what they have in common, on purpose: each is to be read from top to bottom, and the library's
 * README compares their sizes, which says something only if each is whole.
 */
@NullMarked
package io.laio.examples;

import org.jspecify.annotations.NullMarked;
