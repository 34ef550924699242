package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.comparison.results.Results;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.SetupNames;

/** Where the servers waited: what blocked, how long their loops stood still, and what their helpers took. */
record WaitingSection(Results results, RunTable table) implements Section {
    @Override
    public String id() {
        return "waiting";
    }

    @Override
    public String title() {
        return "Where the servers waited";
    }

    @Override
    public boolean present() {
        return results.validRuns().stream()
                .anyMatch(run -> !run.use().operations().isEmpty());
    }

    @Override
    public void write(Markup page) {
        page.element(
                "p",
                "A loop is blocked while its thread sleeps in the kernel although there is work. An operation is blocked if its "
                        + "result was not known when the submitting call returned: in a server that waits for it the loop stands "
                        + "still meanwhile, in the others it does not. Memory is a median, counts and times are sums over the runs "
                        + "that count. A dash is what a server has not, or does not tell.");
        SetupNames names = new SetupNames(table.setups());
        table.setups().stream()
                .flatMap(setup -> table.conditions(setup).stream())
                .flatMap(condition -> table.cells(condition).stream())
                .forEach(cell -> write(page, names.of(cell.condition()), cell));
    }

    private void write(Markup page, String name, Cell cell) {
        HtmlTable rows =
                new HtmlTable(name + ", " + Words.count(cell.clients(), "client"), ServerRow.waiting(ServerRow.HEADER));
        table.contestants().stream()
                .filter(contestant -> !table.counted(contestant, cell).isEmpty())
                .forEach(contestant ->
                        rows.row(ServerRow.waiting(ServerRow.of(contestant, table.counted(contestant, cell)))));
        page.open("details").element("summary", name + ", " + Words.count(cell.clients(), "client"));
        rows.write(page);
        page.close("details");
    }
}
