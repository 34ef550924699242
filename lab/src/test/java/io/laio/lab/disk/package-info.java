/** Tests of what is said about emulated disks; none of them needs root or reads a device. */
@NullMarked
package io.laio.lab.disk;

import org.jspecify.annotations.NullMarked;
