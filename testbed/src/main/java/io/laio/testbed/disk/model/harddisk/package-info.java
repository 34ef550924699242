/** A disk with one arm: seek curve, rotation, zones, buffer, write cache, and the order in which waiting requests are served. */
@NullMarked
package io.laio.testbed.disk.model.harddisk;

import org.jspecify.annotations.NullMarked;
