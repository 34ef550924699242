/** The disk seam: what a server does about names and bytes that are not at hand. */
@NullMarked
package io.laio.http.disk;

import org.jspecify.annotations.NullMarked;
