package io.laio.simulation;

/**
 * The parts of a simulated machine that others are made of.
 *
 * @param agenda simulated time
 * @param chance every decision
 * @param memory the process's memory
 * @param descriptors the process's descriptors
 * @param files the disk
 * @param transfers how a system call is tried
 */
record Machine(
        Agenda agenda,
        Chance chance,
        UserMemory memory,
        Descriptors descriptors,
        FileSystem files,
        Transfers transfers) {
    /** A machine without files. */
    static Machine of(long seed, Arena arena, int firstDescriptor) {
        Chance chance = new Chance(seed);
        UserMemory memory = new UserMemory(arena);
        Descriptors descriptors = new Descriptors(firstDescriptor);
        FileSystem files = new FileSystem(descriptors, memory);
        return new Machine(new Agenda(), chance, memory, descriptors, files, new Transfers(chance, files));
    }
}
