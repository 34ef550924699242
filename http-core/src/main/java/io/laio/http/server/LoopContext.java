package io.laio.http.server;

import io.laio.http.loop.Clock;
import io.laio.http.loop.Deadlines;
import io.laio.http.loop.OperationCounters;
import io.laio.http.loop.StallTracker;
import io.laio.linux.Linux;
import java.util.function.Supplier;

/**
 * What the strategies of one loop are made with.
 *
 * @param linux the kernel, as seen by the loop's thread
 * @param kernels the kernel as other threads see it, one view for each that asks
 * @param clock the time
 * @param operations counts what is asked for and what blocks
 * @param tracker is told what blocked the loop
 * @param deadlines what must have happened by when; the loop watches it
 * @param options how the server was started
 */
public record LoopContext(
        Linux linux,
        Supplier<Linux> kernels,
        Clock clock,
        OperationCounters operations,
        StallTracker tracker,
        Deadlines deadlines,
        ServerOptions options) {}
