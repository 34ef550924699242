/**
 * Networks to experiment on: the machine's loopback, or two network namespaces joined by a link that is as fast as a chosen
 * one. What is made is visible with {@code ip netns list}, carries the id of the process that made it in its name, and is
 * removed by that process, or else by {@link io.laio.testbed.network.StaleNetworks}.
 */
@NullMarked
package io.laio.testbed.network;

import org.jspecify.annotations.NullMarked;
