/** Tests of what the report says: every wording, from synthetic results. */
@NullMarked
package io.laio.comparison.report;

import org.jspecify.annotations.NullMarked;
