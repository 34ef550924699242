/** Asymmetric multi-process event-driven: epoll for the network, and helper processes that go to the disk. */
@NullMarked
package io.laio.server.amped;

import org.jspecify.annotations.NullMarked;
