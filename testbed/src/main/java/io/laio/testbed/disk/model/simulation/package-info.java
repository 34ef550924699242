/** What a model does under a simple load, in simulated time. */
@NullMarked
package io.laio.testbed.disk.model.simulation;

import org.jspecify.annotations.NullMarked;
