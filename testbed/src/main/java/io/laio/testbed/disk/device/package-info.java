/**
 * Brings emulated disks up and takes them down: image, FUSE, loop device, file system; and takes down what is left of disks
 * whose makers or daemons were killed.
 */
@NullMarked
package io.laio.testbed.disk.device;

import org.jspecify.annotations.NullMarked;
