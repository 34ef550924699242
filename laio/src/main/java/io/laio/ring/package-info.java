/**
 * io_uring itself: set-up, the two shared queues, and {@code io_uring_enter}. It knows nothing of operations; the library
 * above it does.
 *
 * <p>Source of every number and layout here: {@code include/uapi/linux/io_uring.h} of Linux 6.18. Semantics:
 * io_uring_setup(2), io_uring_enter(2), io_uring_register(2).
 */
@NullMarked
package io.laio.ring;

import org.jspecify.annotations.NullMarked;
