/** The network seam: channels that receive and send, by readiness or by completion. */
@NullMarked
package io.laio.http.network;

import org.jspecify.annotations.NullMarked;
