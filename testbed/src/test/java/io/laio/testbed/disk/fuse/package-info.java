/** Tests of {@link io.laio.testbed.disk.fuse}. */
@NullMarked
package io.laio.testbed.disk.fuse;

import org.jspecify.annotations.NullMarked;
