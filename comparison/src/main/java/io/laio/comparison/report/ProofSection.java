package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.DiskReads;
import io.laio.comparison.results.Evidence;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.results.RunSetting;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Condition;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.SetupNames;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What shows that caches were as asked for, and that every server had the same memory. */
record ProofSection(Results results, RunTable table) implements Section {
    @Override
    public String id() {
        return "proof";
    }

    @Override
    public String title() {
        return "Proof of cache state and memory";
    }

    @Override
    public boolean present() {
        return !results.runs().isEmpty();
    }

    @Override
    public void write(Markup page) {
        page.element(
                "p",
                "Before each run the documents' pages in memory were counted, with every file closed again; during it, the page cache that "
                        + "the server's control group held. Each figure is the smallest and the largest over the runs of a row, invalid "
                        + "ones included. Where the documents are larger than the budget, no more than the possible part can be resident when warm. "
                        + "Filled is the page cache reached, of budget or documents, whichever is less; after a cold start from a disk too slow "
                        + "to read as much, what the page cache grew by, of what was read.");
        HtmlTable proof = new HtmlTable(
                "Cache state before the runs, and page cache reached during them",
                List.of(
                        "workload, cache",
                        "server",
                        "runs",
                        "resident before",
                        "possible",
                        "names dropped",
                        "documents",
                        "budget",
                        "page cache reached",
                        "filled",
                        "generator CPU"));
        SetupNames names = new SetupNames(table.setups());
        table.setups().stream()
                .flatMap(setup -> table.conditions(setup).stream())
                .forEach(condition -> table.contestants().forEach(name -> row(proof, names, condition, name)));
        page.open("details").element("summary", "Cache state and page cache, for each server");
        proof.write(page);
        page.close("details");
        page.element("p", methods());
    }

    private void row(HtmlTable proof, SetupNames names, Condition condition, String contestant) {
        List<RunResult> runs = table.cells(condition).stream()
                .flatMap((Cell cell) -> table.runs(contestant, cell).stream())
                .toList();
        if (runs.isEmpty()) {
            return;
        }
        proof.row(List.of(
                names.of(condition),
                contestant,
                String.valueOf(runs.size()),
                range(runs, run -> run.evidence().residentFractionBefore(), Numbers::percent),
                condition.cache() == CacheState.WARM
                        ? range(runs, ProofSection::possible, Numbers::percent)
                        : Shown.NOTHING,
                condition.cache() == CacheState.WARM ? Shown.NOTHING : namesDropped(runs),
                range(runs, run -> (double) run.evidence().prefixFootprintBytes(), ProofSection::bytes),
                Shown.bytes(condition.setup().memoryBudgetBytes()),
                range(runs, run -> toDouble(run.use().pageCacheBytes()), ProofSection::bytes),
                range(runs, ProofSection::filled, Numbers::percent),
                range(runs, run -> run.evidence().generatorCpuFraction(), Numbers::percent)));
    }

    /** By what means each cache state was reached. */
    private String methods() {
        return results.runs().stream()
                .map(RunResult::setting)
                .map(RunSetting::cache)
                .distinct()
                .sorted()
                .map(cache -> Words.sentence(cache.words()) + ": " + methods(cache) + ".")
                .collect(Collectors.joining(" "));
    }

    private String methods(CacheState cache) {
        return results.runs().stream()
                .filter(run -> run.setting().cache() == cache)
                .map(RunResult::evidence)
                .map(Evidence::cacheMethod)
                .distinct()
                .sorted()
                .collect(Collectors.joining("; or "));
    }

    private static String namesDropped(List<RunResult> runs) {
        return runs.stream().allMatch(run -> run.evidence().namesCold()) ? "yes" : "no";
    }

    /** The part of the documents that the budget has room for. */
    private static @Nullable Double possible(RunResult run) {
        Long budget = run.setting().memoryBudgetBytes();
        long documents = run.evidence().prefixFootprintBytes();
        return documents <= 0 ? null : Math.min(1, budget == null ? 1 : (double) budget / documents);
    }

    /** How much of what could be cached was: the rule by which a run counts. */
    private static @Nullable Double filled(RunResult run) {
        Double reached = reached(run);
        Double kept = run.setting().cache() == CacheState.WARM ? null : kept(run);
        return reached == null || kept == null ? reached : Double.valueOf(Math.max(reached, Math.min(1, kept)));
    }

    /** What the page cache grew by, as a part of what was read from the disk. */
    private static @Nullable Double kept(RunResult run) {
        Long growth = run.use().pageCacheGrowthBytes();
        DiskReads reads = run.use().diskReads();
        return growth == null || reads == null || reads.bytes() <= 0 ? null : (double) growth / reads.bytes();
    }

    /** Page cache reached, as a part of the budget or of all documents, whichever is less. */
    private static @Nullable Double reached(RunResult run) {
        Long cached = run.use().pageCacheBytes();
        Long budget = run.setting().memoryBudgetBytes();
        long documents = run.evidence().prefixFootprintBytes();
        double most = budget == null ? documents : Math.min(budget, documents);
        return cached == null || most <= 0 ? null : cached / most;
    }

    private static @Nullable Double toDouble(@Nullable Long value) {
        return value == null ? null : value.doubleValue();
    }

    private static String bytes(double bytes) {
        return Numbers.bytes(Math.round(bytes));
    }

    private static String range(
            List<RunResult> runs, Function<RunResult, @Nullable Double> value, Function<Double, String> shown) {
        List<Double> values = runs.stream()
                .flatMap(run -> Stream.ofNullable(value.apply(run)))
                .sorted()
                .toList();
        if (values.isEmpty()) {
            return Shown.NOTHING;
        }
        String low = shown.apply(values.getFirst());
        String high = shown.apply(values.getLast());
        return Objects.equals(low, high) ? low : low + " to " + high;
    }
}
