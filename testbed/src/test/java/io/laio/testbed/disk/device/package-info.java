/** Tests of {@link io.laio.testbed.disk.device}. */
@NullMarked
package io.laio.testbed.disk.device;

import org.jspecify.annotations.NullMarked;
