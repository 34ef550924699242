package io.laio.http.server;

/**
 * An option that only some servers have, a whole number: {@code bin/laio serve NAME} has it on its command line and in its help,
 * and {@link ServerOptions#value} tells the server what was asked for. Servers that share a strategy share the constant.
 *
 * @param name as it is written, with its dashes, for example {@code --read-helpers}
 * @param paramLabel what help calls the value: {@code N}, or a unit such as {@code MS}
 * @param defaultValue what it is when nothing is asked for
 * @param min the smallest permitted value
 * @param max the largest permitted value
 * @param description a sentence for help, without the default, which help adds
 */
public record ServerOption(String name, String paramLabel, int defaultValue, int min, int max, String description) {
    /** Checks that it can be written, and that its default is permitted. */
    public ServerOption {
        if (!name.matches("--[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("an option is written --like-this, not " + name);
        }
        new Range(min, max).check(name, defaultValue);
    }

    /**
     * Checks a value.
     *
     * @param value what is asked for
     * @return the value
     * @throws IllegalArgumentException if it is not permitted; the message names the option and the range
     */
    public int check(int value) {
        return new Range(min, max).check(name, value);
    }
}
