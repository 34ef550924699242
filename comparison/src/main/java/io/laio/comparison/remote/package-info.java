/**
 * Contestants in containers: an agent in each, which starts and watches them there, and the comparison's end of it. What they say to
 * each other is JSON over HTTP, see {@link io.laio.comparison.remote.AgentServer}.
 */
@NullMarked
package io.laio.comparison.remote;

import org.jspecify.annotations.NullMarked;
