/**
 * Replay: plays a trace against a server, and tells how the server did.
 *
 * <p>One thread and one epoll instance simulate all clients, through the Linux binding rather than java.nio, so that the
 * generator costs little beside the server and its cost is known. Four parts, kept apart:
 *
 * <ul>
 *   <li>what is asked, in which order: {@link io.laio.workload.trace.PrefixSequences}, {@code Requests};
 *   <li>what comes back: {@code ResponseHead} reads it, {@code Exchange} judges it;
 *   <li>who asks: {@code Client} (a state machine), {@code Connection} (its socket), {@code ReplayLoop};
 *   <li>what is noted down: {@code Recorder}, {@link ReplayResult}.
 * </ul>
 */
@NullMarked
package io.laio.workload.replay;

import org.jspecify.annotations.NullMarked;
