package io.laio.comparison.figures;

import io.laio.analysis.files.Csv;
import java.util.List;

/**
 * A table that can be seen at a glance: each cell says its number, and is the darker the larger that is. What it shows are counts, summed over
 * the runs that count.
 */
public final class HeatFigure implements ComparisonFigure {
    private final String id;
    private final String title;
    private final String caption;
    private final List<String> columns;
    private final List<HeatBlock> blocks;
    private final List<String> reading;
    private final Csv data;

    /**
     * What is drawn.
     *
     * @param caption what the numbers are
     * @param columns headings
     * @param blocks rows
     * @param reading what there is to see, a sentence each
     */
    record Content(String caption, List<String> columns, List<HeatBlock> blocks, List<String> reading) {}

    HeatFigure(String id, String title, Content content, Csv data) {
        this.id = id;
        this.title = title;
        this.caption = content.caption();
        this.columns = List.copyOf(content.columns());
        this.blocks = List.copyOf(content.blocks());
        this.reading = List.copyOf(content.reading());
        this.data = data;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    String caption() {
        return caption;
    }

    List<String> columns() {
        return columns;
    }

    /**
     * What it shows.
     *
     * @return one block at least
     */
    public List<HeatBlock> blocks() {
        return blocks;
    }

    /**
     * What there is to see.
     *
     * @return a sentence each
     */
    public List<String> reading() {
        return reading;
    }

    @Override
    public String inlineSvg() {
        return new HeatChart(this).svg();
    }

    @Override
    public Csv data() {
        return data;
    }
}
