package io.laio.examples;

import io.laio.Engine;
import io.laio.EngineUnavailableException;
import io.laio.LaioOptions;
import io.laio.linux.Linux;
import java.io.IOException;
import java.nio.file.Path;

/** Serves one file by one of the three {@link FileServer}s. */
public final class ServeFile {
    private ServeFile() {}

    /**
     * Serves, on the loopback interface, until the process is ended.
     *
     * @param arguments {@code laio}, {@code laio-workers} (without io_uring), {@code epoll} or {@code aio}; the file; the port, 0 for any that is free
     * @throws IOException if the port cannot be had
     * @throws EngineUnavailableException if the system lacks what laio needs
     */
    public static void main(String... arguments) throws EngineUnavailableException, IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("usage: ServeFile laio|laio-workers|epoll|aio FILE PORT");
        }
        Linux linux = Linux.open();
        int listener = Listener.open(linux, Integer.parseInt(arguments[2]));
        System.out.println("serving " + arguments[1] + " on port " + Listener.port(linux, listener));
        try (FileServer server = open(arguments[0], listener, Path.of(arguments[1]))) {
            server.run();
        }
    }

    static FileServer open(String way, int listener, Path file) throws EngineUnavailableException, IOException {
        return switch (way) {
            case "laio" -> new LaioFileServer(listener, file, LaioOptions.DEFAULTS);
            case "laio-workers" -> new LaioFileServer(listener, file, LaioOptions.DEFAULTS.withEngine(Engine.WORKERS));
            case "aio" -> new AioFileServer(listener, file);
            case "epoll" -> new EpollFileServer(listener, file);
            default -> throw new IllegalArgumentException("no such way of serving: " + way);
        };
    }
}
