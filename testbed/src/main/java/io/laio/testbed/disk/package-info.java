/** Emulated disks: what their parts share. */
@NullMarked
package io.laio.testbed.disk;

import org.jspecify.annotations.NullMarked;
