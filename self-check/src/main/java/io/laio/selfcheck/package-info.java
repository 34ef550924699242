/** The house rules of CONTRIBUTING.md, as tests over the repository's own files. Each rule is shown to be able to fail. */
@NullMarked
package io.laio.selfcheck;

import org.jspecify.annotations.NullMarked;
