/**
 * The wire protocol of FUSE, as far as one file of fixed size needs it: bytes become requests, answers become bytes. Nothing
 * here does I/O.
 */
@NullMarked
package io.laio.testbed.disk.fuse;

import org.jspecify.annotations.NullMarked;
