/**
 * Contestants: servers as data ({@code config/contestants/*.json}), started as processes of their own, asked for their
 * statistics, and ended with everything they started.
 */
@NullMarked
package io.laio.comparison.contestant;

import org.jspecify.annotations.NullMarked;
