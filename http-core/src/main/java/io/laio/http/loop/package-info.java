/** One event loop: its wait, its clock, its deadlines, and how long it stood still. */
@NullMarked
package io.laio.http.loop;

import org.jspecify.annotations.NullMarked;
