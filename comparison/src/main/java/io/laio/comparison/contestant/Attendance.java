package io.laio.comparison.contestant;

import io.laio.testbed.network.CommandException;
import io.laio.testbed.network.Commands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who of those invited is there. A server from outside that this machine does not have is left out by name, and the others are
 * compared without it; one that is there takes part under its own path and version.
 *
 * @param present who can take part, in the order asked for
 * @param absent who cannot
 */
public record Attendance(List<Contestant> present, List<Absent> absent) {
    /** Copies the lists. */
    public Attendance {
        present = List.copyOf(present);
        absent = List.copyOf(absent);
    }

    /**
     * A server that is not on this machine.
     *
     * @param name the contestant's
     * @param program what was looked for
     * @param install how to get it
     */
    public record Absent(String name, String program, String install) {
        /**
         * What to tell of it.
         *
         * @return a sentence
         */
        public String words() {
            return "there is no " + program + " on this machine; to install it: " + install;
        }
    }

    /**
     * Looks who is there.
     *
     * @param names contestants, with or without options fixed in them
     * @param catalogue describes them
     * @param programs where theirs are looked for
     * @param commands asks for versions
     * @return who is, and who is not
     * @throws ContestantException if one is not described or described wrongly, or nobody is there
     * @throws CommandException if a program does not tell its version
     */
    public static Attendance take(
            List<String> names, ContestantCatalogue catalogue, Programs programs, Commands commands)
            throws ContestantException, CommandException {
        List<Contestant> present = new ArrayList<>();
        List<Absent> absent = new ArrayList<>();
        for (String name : names) {
            Contestant contestant = catalogue.find(name);
            Optional<Path> program = programs.find(contestant.command().getFirst());
            if (contestant.comesWithLaio()) {
                present.add(contestant);
            } else if (program.isPresent()) {
                present.add(withVersion(contestant, program.get(), commands));
            } else {
                absent.add(new Absent(name, contestant.command().getFirst(), contestant.install()));
            }
        }
        if (present.isEmpty()) {
            throw ContestantException.unfit(
                    absent.stream().map(one -> one.name() + ": " + one.words()).collect(Collectors.joining("; ")));
        }
        return new Attendance(present, absent);
    }

    /** Two versions are two servers: results name the one that took part. */
    private static Contestant withVersion(Contestant contestant, Path program, Commands commands)
            throws CommandException {
        if (contestant.version().isEmpty()) {
            return contestant;
        }
        List<String> command = new ArrayList<>(contestant.version());
        command.set(0, program.toString());
        String said = commands.run(command).strip().lines().findFirst().orElse("says nothing of its version");
        return contestant.describedAs(contestant.description() + " Here: " + said + ".");
    }

    /**
     * Who takes part.
     *
     * @return their names, in the order asked for
     */
    public List<String> names() {
        return present.stream().map(Contestant::name).toList();
    }
}
