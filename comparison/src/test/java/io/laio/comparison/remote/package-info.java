/** Tests of contestants in containers. */
@NullMarked
package io.laio.comparison.remote;

import org.jspecify.annotations.NullMarked;
