/**
 * Import: makes a trace from a web server's access log.
 *
 * <p>Nothing in a log is fatal: what cannot be used is skipped and counted by reason. {@link LogImporter} is the way in;
 * a line is read by {@code LogLine}, a request target becomes a document's path in {@code DocumentNames}, and
 * {@code SequenceCutter} tells which requests belong together.
 */
@NullMarked
package io.laio.workload.imports;

import org.jspecify.annotations.NullMarked;
