/** One client's connection, from the first byte to the last: the state machine that all servers share. */
@NullMarked
package io.laio.http.connection;

import org.jspecify.annotations.NullMarked;
