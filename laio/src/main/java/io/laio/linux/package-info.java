/**
 * The Linux binding: system calls, constants and memory layouts in the kernel's own vocabulary.
 *
 * <p>Everything that is a C name keeps its C name; everything above this package speaks Java.
 */
@NullMarked
package io.laio.linux;

import org.jspecify.annotations.NullMarked;
