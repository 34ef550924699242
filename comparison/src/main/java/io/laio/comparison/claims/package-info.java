/**
 * The study's claims: predicates over results, read from {@code config/claims.json}, and what becomes of them.
 *
 * <p>Everything here but {@link io.laio.comparison.claims.ClaimsReader} is a pure function of a results file and a claims file.
 */
@NullMarked
package io.laio.comparison.claims;

import org.jspecify.annotations.NullMarked;
