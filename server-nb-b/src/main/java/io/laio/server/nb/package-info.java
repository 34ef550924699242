/** The conventional event-driven server: epoll for the network, and a disk that blocks the loop. */
@NullMarked
package io.laio.server.nb;

import org.jspecify.annotations.NullMarked;
