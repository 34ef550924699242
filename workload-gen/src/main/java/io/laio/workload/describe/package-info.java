/** Description: what a trace asks for and holds, measured from its content, beside what it was made to have. */
@NullMarked
package io.laio.workload.describe;

import org.jspecify.annotations.NullMarked;
