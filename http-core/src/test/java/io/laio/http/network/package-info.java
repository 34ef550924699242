/** Tests of the network by readiness. */
@NullMarked
package io.laio.http.network;

import org.jspecify.annotations.NullMarked;
