/** Tests of code size. */
@NullMarked
package io.laio.lab.codesize;

import org.jspecify.annotations.NullMarked;
