/** Tests of {@link io.laio.comparison.doctor}. */
@NullMarked
package io.laio.comparison.doctor;

import org.jspecify.annotations.NullMarked;
