package io.laio.workload;

/** The messages of exceptions, for assertions. */
public final class Messages {
    private Messages() {}

    public static String of(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }
}
