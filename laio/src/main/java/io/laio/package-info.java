/**
 * Lazily asynchronous I/O: any Linux system call, made asynchronous only if it blocks.
 *
 * <p>{@link Laio} has the three calls of Elmeleegy, Chanda, Cox and Zwaenepoel (USENIX ATC 2004): make a call, ask for its
 * handle, poll for completions.
 */
@NullMarked
package io.laio;

import org.jspecify.annotations.NullMarked;
