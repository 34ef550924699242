package io.laio.comparison.cgroup;

import java.util.List;

/** Whether contestants can have control groups of their own here. */
public sealed interface CgroupSupport {
    /**
     * They can.
     *
     * @param groups makes them
     * @param leftBehind processes in the groups of comparisons that were killed
     */
    record Available(ProcessGroups groups, List<Long> leftBehind) implements CgroupSupport {
        /** Copies the list. */
        public Available {
            leftBehind = List.copyOf(leftBehind);
        }
    }

    /**
     * They cannot: no memory budget is kept, and runs must say so.
     *
     * @param cause what is missing
     * @param remedy what to do about it
     */
    record Unavailable(String cause, String remedy) implements CgroupSupport {}
}
