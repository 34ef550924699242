package io.laio.comparison.contestant;

import io.laio.testbed.network.Network;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How one contestant is started once.
 *
 * @param contestant who
 * @param home laio's directory
 * @param documentRoot what it serves
 * @param directory a directory of its own, which exists
 * @param log file that receives all its output
 * @param values the plan's values for its options
 * @param network at whose server's end it runs
 */
public record Launch(
        Contestant contestant,
        Path home,
        Path documentRoot,
        Path directory,
        Path log,
        Map<String, String> values,
        Network network) {
    /** Copies the values. */
    public Launch {
        values = Map.copyOf(values);
    }

    List<String> command(int port) {
        List<String> command = new ArrayList<>(network.serverLauncher());
        contestant.commandWith(values).forEach(argument -> command.add(filledIn(argument, port)));
        return command;
    }

    /** Where it listens if it listens on this port. */
    InetSocketAddress address(int port) {
        return new InetSocketAddress(network.serverAddress(), port);
    }

    void writeFiles(int port) throws IOException {
        for (Map.Entry<String, String> file : contestant.files().entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), filledIn(file.getValue(), port));
        }
    }

    private String filledIn(String text, int port) {
        return text.replace("${home}", home.toString())
                .replace("${docroot}", documentRoot.toString())
                .replace("${directory}", directory.toString())
                .replace("${address}", network.serverAddress().getHostAddress())
                .replace("${port}", Integer.toString(port));
    }
}
