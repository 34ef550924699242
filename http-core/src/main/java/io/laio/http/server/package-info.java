/** A whole server: its options, its loops, its statistics, and the table of servers. */
@NullMarked
package io.laio.http.server;

import org.jspecify.annotations.NullMarked;
