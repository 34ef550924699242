/** Tests of {@link io.laio.comparison.cgroup}. */
@NullMarked
package io.laio.comparison.cgroup;

import org.jspecify.annotations.NullMarked;
