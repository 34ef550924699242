/**
 * Helpers: processes (AMPED) or threads (AMTED) that go to the disk in the loop's place, and say "done" when what was missing
 * is in memory. The policy is here, the same for both: {@link io.laio.http.helper.HelperDisk}. A server module brings a
 * {@link io.laio.http.helper.HelperSpawner}: how helpers are started, and how a request crosses to them.
 */
@NullMarked
package io.laio.http.helper;

import org.jspecify.annotations.NullMarked;
