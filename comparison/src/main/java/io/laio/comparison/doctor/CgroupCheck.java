package io.laio.comparison.doctor;

import io.laio.comparison.cgroup.CgroupDetector;
import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.run.Affinity;
import java.io.IOException;

/** Control groups: without them no server can be given a memory of fixed size. */
final class CgroupCheck implements Check {
    private static final String SUBJECT = "cgroup";

    @Override
    public Finding look() {
        try {
            return finding(new CgroupDetector(Affinity.allowed()).detect());
        } catch (IOException e) {
            return Finding.missing(SUBJECT, String.valueOf(e.getMessage()), "run on Linux with /proc mounted");
        }
    }

    static Finding finding(CgroupSupport support) {
        return switch (support) {
            case CgroupSupport.Available available
            when !available.leftBehind().isEmpty() ->
                Finding.note(
                        SUBJECT,
                        "a comparison that was killed left processes " + available.leftBehind() + " behind",
                        "the next comparison ends them, or: kill -9");
            case CgroupSupport.Available available ->
                Finding.good(
                        SUBJECT, "version " + available.groups().version() + ": a group was made and removed again");
            case CgroupSupport.Unavailable unavailable ->
                Finding.missing(
                        SUBJECT, unavailable.cause() + "; runs would have no memory budget", unavailable.remedy());
        };
    }
}
