package io.laio.selfcheck;

import java.util.stream.Stream;

/** A house rule about single files. */
@FunctionalInterface
interface Rule {
    /** What breaks the rule, each with its place and what to do instead; empty for a good file. */
    Stream<String> violations(SourceFile file);
}
