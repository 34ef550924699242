/** Mixed operations for as long as one likes, with random cancellation; what is left behind afterwards is a leak. */
@NullMarked
package io.laio.soak;

import org.jspecify.annotations.NullMarked;
