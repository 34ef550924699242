package io.laio.comparison.report;

import io.laio.analysis.files.WholeFiles;
import io.laio.comparison.figures.ComparisonFigures;
import io.laio.comparison.figures.FigureFiles;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsCsv;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.statistics.RunTable;
import java.io.IOException;

/** Draws what can be drawn from results: table, figures, page. */
public final class Report {
    private Report() {}

    /**
     * Draws everything into a results directory, over what is there.
     *
     * @param results what was found
     * @param directory where to
     * @throws IOException if a file cannot be written
     */
    public static void write(Results results, ResultsDirectory directory) throws IOException {
        RunTable table = new RunTable(results);
        ComparisonFigures figures = ComparisonFigures.of(table);
        ResultsCsv.write(results.runs(), directory.resultsCsv());
        FigureFiles.write(figures.list(), directory.figures());
        WholeFiles.write(directory.reportHtml(), new ReportPage(results, table, figures).bytes());
    }
}
