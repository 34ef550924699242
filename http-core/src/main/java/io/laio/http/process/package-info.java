/** Child JVMs: starting them, the Unix socket between parent and child, and passing descriptors over it. */
@NullMarked
package io.laio.http.process;

import org.jspecify.annotations.NullMarked;
