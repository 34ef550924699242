/** Servers whose calls become asynchronous only if they block: one wait, no helpers, no partial-write state. */
@NullMarked
package io.laio.server.laio;

import org.jspecify.annotations.NullMarked;
