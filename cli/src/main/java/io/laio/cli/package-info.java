/**
 * The command line: {@link io.laio.cli.Main} assembles the commands of all modules into one tree, gives every one of them
 * the same exit codes ({@link io.laio.cli.ExitCode}) and the same way of reporting an error
 * ({@link io.laio.cli.ErrorReporter}).
 */
@NullMarked
package io.laio.cli;

import org.jspecify.annotations.NullMarked;
