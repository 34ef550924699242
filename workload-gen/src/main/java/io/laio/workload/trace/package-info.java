/**
 * Traces: request sequences over a table of documents, in a file that streams.
 *
 * <p>{@link TraceWriter} and {@link TraceReader} are the only code that knows the file's layout, which
 * {@code docs/trace-format.md} describes for everybody else. Everything that makes traces (synthesis, import) and
 * everything that uses them (document roots, replay, the comparison) goes through these two.
 */
@NullMarked
package io.laio.workload.trace;

import org.jspecify.annotations.NullMarked;
