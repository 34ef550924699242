package io.laio.comparison.results;

import io.laio.analysis.files.Csv;
import io.laio.analysis.files.WholeFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Writes {@code results.csv}: one row for each run, valid or not, one column for each field. Columns are named by the path of
 * the field in {@code results.json}; the histogram of loop stalls is only there.
 */
public final class ResultsCsv {
    private ResultsCsv() {}

    /**
     * Writes the table, whole or not at all.
     *
     * @param runs the runs
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public static void write(List<RunResult> runs, Path file) throws IOException {
        WholeFiles.write(file, table(runs).bytes());
    }

    static Csv table(List<RunResult> runs) {
        List<RunColumn> columns = RunColumn.of(runs);
        Csv csv = new Csv(columns.stream().map(RunColumn::name).toList());
        for (RunResult run : runs) {
            // Not toList(): a field that was not measured is null.
            csv.row(Arrays.asList(
                    columns.stream().map(column -> column.value().apply(run)).toArray()));
        }
        return csv;
    }
}
