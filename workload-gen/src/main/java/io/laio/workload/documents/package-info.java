/**
 * Document roots: directories with real files for a trace's documents, and the bytes that belong in them.
 *
 * <p>{@link DocumentContent} is a pure function of path and offset, so a client can check any byte of any response
 * without a copy of the file; {@link DocumentRoot} puts that content on a disk.
 */
@NullMarked
package io.laio.workload.documents;

import org.jspecify.annotations.NullMarked;
