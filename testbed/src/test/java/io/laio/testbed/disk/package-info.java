/** Tests of {@link io.laio.testbed.disk}. */
@NullMarked
package io.laio.testbed.disk;

import org.jspecify.annotations.NullMarked;
