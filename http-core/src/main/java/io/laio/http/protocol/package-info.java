/**
 * HTTP/1.1 as bytes: requests in, heads and log lines out. Nothing here does I/O, reads a clock or keeps global state, and
 * nothing allocates once its objects are made, so the same code runs unchanged in every server and under a fuzzer.
 *
 * <p>Sources: RFC 9110 (semantics), RFC 9112 (messages), RFC 3986 (targets). Objects are confined to one thread; the
 * immutable ones ({@link io.laio.http.protocol.RequestLimits}, {@link io.laio.http.protocol.MediaTypes},
 * {@link io.laio.http.protocol.FileHeaders}) may be shared.
 */
@NullMarked
package io.laio.http.protocol;

import org.jspecify.annotations.NullMarked;
