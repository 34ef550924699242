/**
 * A Linux kernel in memory, in simulated time, whose every decision comes from a seed: what completes late, in another order,
 * in part or not at all. {@link io.laio.simulation.SimulationTest} runs random programs against the library over it, and
 * checks every promise that the library makes.
 */
@NullMarked
package io.laio.simulation;

import org.jspecify.annotations.NullMarked;
