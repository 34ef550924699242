/** What the experiments of the lab share: where they ran, and how their results are written. */
@NullMarked
package io.laio.lab;

import org.jspecify.annotations.NullMarked;
