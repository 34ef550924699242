package io.laio.soak;

import io.laio.Laziness;
import io.laio.linux.Memory;
import io.laio.linux.SocketAddresses;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Bytes, or a part of a file, through a pair of Unix sockets or a TCP connection. */
final class SocketTask extends TransferTask {
    private final Fixture fixture;
    private final boolean ofFile;
    private int file = -1;
    private int server = -1;
    private boolean connected;

    private SocketTask(World world, Fixture fixture, boolean ofFile, long stream, int first, int most) {
        super(world, stream, first, most);
        this.fixture = fixture;
        this.ofFile = ofFile;
    }

    static SocketTask ofBytes(World world, Fixture fixture, long number) {
        return new SocketTask(world, fixture, false, number, 0, Integer.MAX_VALUE);
    }

    static SocketTask ofFile(World world, Fixture fixture) {
        int first = world.random().nextInt(fixture.fileBytes());
        int number = world.random().nextInt(fixture.files());
        return new SocketTask(world, fixture, true, number, first, fixture.fileBytes() - first);
    }

    @Override
    void start() {
        if (!ofFile) {
            connect();
            return;
        }
        thenOwn("open", open(fixture.file((int) stream)), opened -> {
            file = (int) opened;
            connect();
        });
    }

    private void connect() {
        int flags = Sockets.SOCK_CLOEXEC | (random().nextBoolean() ? Sockets.SOCK_NONBLOCK : 0);
        if (random().nextBoolean()) {
            pair(flags);
        } else {
            tcp(flags);
        }
    }

    private void pair(int flags) {
        long result = laio().syscall(
                        SystemCall.SOCKETPAIR.number(), Sockets.AF_UNIX, Sockets.SOCK_STREAM | flags, 0, area.small());
        then("socketpair", result, zero -> {
            int from = own(Memory.getInt(area.small()));
            transfer(from, own(Memory.getInt(area.small() + Integer.BYTES)));
        });
    }

    private void tcp(int flags) {
        int listener = own(world.linux().socket(Sockets.AF_INET, Sockets.SOCK_STREAM | flags, 0));
        InetAddress loopback = InetAddress.getLoopbackAddress();
        int length = SocketAddresses.put(area.small(), new InetSocketAddress(loopback, 0));
        require(world.linux().bind(listener, area.small(), length) == 0, "bind");
        require(world.linux().listen(listener, 1) == 0, "listen");
        Memory.putInt(area.status(), SocketAddresses.MAX_BYTES);
        require(world.linux().getsockname(listener, area.small(), area.status()) == 0, "getsockname");
        int client = own(world.linux().socket(Sockets.AF_INET, Sockets.SOCK_STREAM | flags, 0));
        thenOwn("accept", laio().accept(listener, flags, anyLaziness()), accepted -> {
            close(listener);
            server = (int) accepted;
            transferIfConnected(client);
        });
        then("connect", laio().connect(client, area.small(), length), zero -> {
            connected = true;
            transferIfConnected(client);
        });
    }

    private void transferIfConnected(int client) {
        if (connected && server >= 0) {
            boolean upload = random().nextBoolean();
            transfer(upload ? client : server, upload ? server : client);
        }
    }

    @Override
    protected long send(int from, int position, int length) {
        if (file >= 0) {
            return laio().sendfile(from, file, first + position, length);
        }
        Content.fill(area.data(), length, stream, position);
        int half = random().nextInt(length);
        return switch (random().nextInt(3)) {
            case 0 -> laio().send(from, area.data(), length, 0);
            case 1 -> laio().send(from, area.data(), half, area.data() + half, length - half, 0, anyLaziness());
            default -> laio().send(from, area.data(), length, 0, 0, Sockets.MSG_NOSIGNAL, anyLaziness());
        };
    }

    @Override
    protected long receive(int to, long address, int length, Laziness laziness) {
        return random().nextBoolean()
                ? laio().recv(to, address, length, 0, laziness)
                : laio().read(to, address, length, -1, laziness);
    }
}
