/** Tests of the claims, on results made up for them. */
@NullMarked
package io.laio.comparison.claims;

import org.jspecify.annotations.NullMarked;
