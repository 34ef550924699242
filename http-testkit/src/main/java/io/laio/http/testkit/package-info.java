/**
 * What every server must do, whatever its architecture, told by a client that trusts nothing.
 *
 * <p>{@link io.laio.http.testkit.ServerContract} is the suite: a server's test extends it and supplies a way to start the
 * server. Its parts are interfaces by theme ({@link io.laio.http.testkit.DocumentContract} and its neighbours).
 * {@link io.laio.http.testkit.RawClient} is the client, {@link io.laio.http.testkit.DocumentTree} the documents, and
 * {@link io.laio.http.testkit.Differential} compares the answers of several servers byte for byte.
 */
@NullMarked
package io.laio.http.testkit;

import org.jspecify.annotations.NullMarked;
