package io.laio.testbed.network;

import java.util.List;

/**
 * One command of the making of a network.
 *
 * @param command program and arguments
 * @param undo the command that takes it back; empty if it goes with something else
 * @param remedy what to do if it is refused
 */
record Step(List<String> command, List<String> undo, String remedy) {
    Step {
        command = List.copyOf(command);
        undo = List.copyOf(undo);
    }
}
