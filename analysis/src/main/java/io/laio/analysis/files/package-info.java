/** Results as files: tables as text and as comma-separated values, written whole or not at all. */
@NullMarked
package io.laio.analysis.files;

import org.jspecify.annotations.NullMarked;
