/** Tests of {@link io.laio.testbed.disk.daemon}. */
@NullMarked
package io.laio.testbed.disk.daemon;

import org.jspecify.annotations.NullMarked;
