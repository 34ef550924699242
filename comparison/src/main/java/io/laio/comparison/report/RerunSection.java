package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.comparison.results.PlanInfo;
import io.laio.comparison.results.Results;
import java.util.stream.Collectors;

/** How to run exactly this again. */
record RerunSection(Results results) implements Section {
    @Override
    public String id() {
        return "rerun";
    }

    @Override
    public String title() {
        return "Run exactly this again";
    }

    @Override
    public void write(Markup page) {
        PlanInfo plan = results.plan();
        String command = plan.commandLine().stream().map(RerunSection::quoted).collect(Collectors.joining(" "));
        String commit = results.environment().commit();
        boolean changed = commit.endsWith("-dirty");
        boolean known = commit.matches("[0-9a-f]{7,64}(-dirty)?");
        String checkout = known ? "git checkout " + commit.replace("-dirty", "") + "\n" : "";
        page.element("pre", checkout + command);
        if (changed) {
            page.element("p", "The work tree had been changed: that commit alone may not give the same.");
        }
        page.element(
                "p",
                "The plan " + plan.name() + " with seed " + plan.seed() + ": " + Words.count(plan.repeats(), "repeat")
                        + " at "
                        + Words.and(plan.clients().stream().map(String::valueOf).toList())
                        + " clients, servers interleaved in random order, each run at most "
                        + Numbers.measured(plan.maxSeconds()) + " s" + underneath(plan) + ".");
        page.element(
                "p",
                "This page and its figures are drawn from results.json alone; bin/laio report DIR draws them again, byte for byte.");
    }

    /** What is not there without being made. */
    private static String underneath(PlanInfo plan) {
        String network = plan.network().equals("loopback") ? "" : ", over the network " + plan.network();
        return network + (plan.disk().equals("native") ? "" : ", on the disk " + plan.disk());
    }

    /** As a POSIX shell needs it. */
    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
