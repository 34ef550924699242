/** Programs that measure the library; {@code laio/measure} starts them. */
@NullMarked
package io.laio.measure;

import org.jspecify.annotations.NullMarked;
