/** Tests of files and tables. */
@NullMarked
package io.laio.analysis.files;

import org.jspecify.annotations.NullMarked;
