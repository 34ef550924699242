package io.laio.selfcheck;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text that must not stand in certain files.
 *
 * @param pattern what is banned
 * @param scope the files it is banned from
 * @param instead what to do instead
 */
record BannedText(Pattern pattern, Predicate<SourceFile> scope, String instead) implements Rule {
    /** Marks of unfinished work; taken apart here, so that this file does not break its own rule. */
    static final BannedText UNFINISHED = new BannedText(
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b|@Dis" + "abled|assertTrue\\(true\\)"),
            file -> true,
            "finish it, or leave it out and write an issue");

    static final BannedText SLEEPING_TEST = new BannedText(
            Pattern.compile("Thread\\." + "sleep\\(|TimeUnit\\.[A-Z]+\\.sleep\\("),
            SourceFile::isTest,
            "wait for the event that the test is about");

    /** Also of its temporary directory, where every machine has something else; but a template of mktemp is a path of none. */
    static final BannedText MACHINE_PATH = new BannedText(
            Pattern.compile("(?<![\\w.$}/-])/(home|root|Users|work|(var/)?tmp)/(?![\\w.-]*X{3})\\w"),
            file -> !file.path().equals("bin/find-jdk25"),
            "no path of one machine belongs here");

    /** Main, and the one place where the exit code after a signal can be set. */
    private static final Set<String> MAY_EXIT = Set.of(
            "cli/src/main/java/io/laio/cli/Main.java",
            "http-core/src/main/java/io/laio/http/server/StopOnSignal.java",
            "server-threads/src/main/java/io/laio/server/threads/ProcessMain.java"); // the main of a process of its own

    static final BannedText EXIT = new BannedText(
            Pattern.compile("System\\.exit\\(|Runtime\\.getRuntime\\(\\)\\.(exit|halt)\\("),
            file -> file.isJava() && !file.isTest() && !MAY_EXIT.contains(file.path()),
            "return an exit code: a command may run inside another program");

    static final BannedText SWALLOWED = new BannedText(
            Pattern.compile("catch \\([^)]*\\) \\{\\s*}|\\.printStackTrace\\(\\)"),
            SourceFile::isJava,
            "handle it, or say in the block why there is nothing to do");

    static final BannedText UNSEEDED = new BannedText(
            Pattern.compile("new (Splittable)?Random\\(\\)|Math\\.random\\(\\)|ThreadLocal" + "Random"),
            SourceFile::isJava,
            "randomness is a parameter: take a seed");

    @Override
    public Stream<String> violations(SourceFile file) {
        if (!scope.test(file)) {
            return Stream.empty();
        }
        return pattern.matcher(file.text())
                .results()
                .map(match -> file.place(match.start()) + ": \""
                        + match.group().replaceAll("\\s+", " ").strip() + "\": " + instead);
    }
}
