/** Devices that work on any number of requests at once: a cloud volume with limits, and a constant latency. */
@NullMarked
package io.laio.testbed.disk.model.parallel;

import org.jspecify.annotations.NullMarked;
