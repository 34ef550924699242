package io.laio.comparison.report;

import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Condition;
import io.laio.comparison.statistics.Cross;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.Setup;
import java.util.List;

/**
 * Which server the owner of a workload should choose here, and why.
 *
 * @param setup what it is about
 * @param headline the advice, a sentence
 * @param reasons what it rests on, a sentence each
 * @param provisional whether fewer than six repeats stand behind it
 */
public record Advice(Setup setup, String headline, List<String> reasons, boolean provisional) {

    /** Copies the reasons. */
    public Advice {
        reasons = List.copyOf(reasons);
    }

    /**
     * Advice for every setup of a comparison.
     *
     * @param table its runs
     * @return one for each setup, in the table's order
     */
    public static List<Advice> of(RunTable table) {
        return table.setups().stream().map(setup -> of(table, setup)).toList();
    }

    private static Advice of(RunTable table, Setup setup) {
        List<Condition> conditions = table.conditions(setup);
        List<Cell> cells = conditions.stream()
                .flatMap(condition -> table.cells(condition).stream())
                .toList();
        Cross cross = Cross.of(table, cells);
        Contest overall = Contest.over(table, cross);
        List<CacheContest> caches = conditions.stream()
                .map(condition -> new CacheContest(condition.cache(), Contest.over(table, cross.within(condition))))
                .filter(cache -> !cache.contest().empty())
                .toList();
        AdviceWords words = new AdviceWords(overall, caches);
        return new Advice(setup, words.headline(), words.reasons(), overall.provisional());
    }
}
