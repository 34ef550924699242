/** Helpers as threads: how they are started, and how requests cross to them. The policy is {@link io.laio.http.helper}'s. */
@NullMarked
package io.laio.server.amted;

import org.jspecify.annotations.NullMarked;
