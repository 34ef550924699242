/** Servers with a thread, or a process, for each connection that they serve. */
@NullMarked
package io.laio.server.threads;

import org.jspecify.annotations.NullMarked;
