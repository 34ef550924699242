package io.laio.comparison.cgroup;

/** Whether contestants can have control groups of their own here. */
public sealed interface CgroupSupport {
    /**
     * They can.
     *
     * @param groups makes them
     */
    record Available(ProcessGroups groups) implements CgroupSupport {}

    /**
     * They cannot: no memory budget is kept, and runs must say so.
     *
     * @param cause what is missing
     * @param remedy what to do about it
     */
    record Unavailable(String cause, String remedy) implements CgroupSupport {}
}
