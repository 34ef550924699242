/**
 * The process behind an emulated disk: it takes requests from FUSE, reads and writes the image, and answers when the device
 * model says that a disk would have.
 */
@NullMarked
package io.laio.testbed.disk.daemon;

import org.jspecify.annotations.NullMarked;
