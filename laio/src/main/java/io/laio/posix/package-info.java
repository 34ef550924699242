/**
 * POSIX asynchronous I/O of the C library, as a thing to compare with: file reads and writes only, each handed to a thread of
 * the C library.
 */
@NullMarked
package io.laio.posix;

import org.jspecify.annotations.NullMarked;
