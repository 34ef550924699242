package io.laio.soak;

import java.util.random.RandomGenerator;

/** Chooses what to do next. */
final class Tasks {
    private static final int KINDS = 20;

    private final Fixture fixture;
    private long number = 1 << 16; // of streams and names; lower ones are the files'

    Tasks(Fixture fixture) {
        this.fixture = fixture;
    }

    Task next(World world, RandomGenerator random) {
        number++;
        int kind = random.nextInt(KINDS);
        return switch (kind) {
            case 0, 1, 2, 3, 4 -> new FileTask(world, fixture);
            case 5, 6 -> new WriteTask(world, fixture, number);
            case 7, 8 -> new DirectoryTask(world, fixture, number);
            case 9 -> new LockTask(world, fixture, number);
            case 10, 11, 12 -> new PipeTask(world, number);
            case 13, 14, 15 -> SocketTask.ofFile(world, fixture);
            default -> SocketTask.ofBytes(world, fixture, number);
        };
    }
}
