package io.laio.comparison.doctor;

import io.laio.comparison.cgroup.CgroupDetector;
import io.laio.comparison.cgroup.CgroupSupport;

/** Control groups: without them no server can be given a memory of fixed size. */
final class CgroupCheck implements Check {
    private final CgroupDetector detector;

    CgroupCheck() {
        this(new CgroupDetector());
    }

    CgroupCheck(CgroupDetector detector) {
        this.detector = detector;
    }

    @Override
    public Finding look() {
        return switch (detector.detect()) {
            case CgroupSupport.Available available
            when !available.leftBehind().isEmpty() ->
                Finding.note(
                        "cgroup",
                        "a comparison that was killed left processes " + available.leftBehind() + " behind",
                        "end them with kill");
            case CgroupSupport.Available available ->
                Finding.good(
                        "cgroup", "version " + available.groups().version() + ": a group was made and removed again");
            case CgroupSupport.Unavailable unavailable ->
                Finding.missing(
                        "cgroup", unavailable.cause() + "; runs would have no memory budget", unavailable.remedy());
        };
    }
}
