package io.laio.server.amted;

import org.jspecify.annotations.Nullable;

/** What a thread has to tell the loop. Kept and sent again, but never while it is still under way. */
abstract class Message {
    /** Of the queue that holds it. */
    @Nullable
    Message next;

    /** It has arrived; runs on the loop, which may have it sent again from here on. */
    abstract void delivered();
}
