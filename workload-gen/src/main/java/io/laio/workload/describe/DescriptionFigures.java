package io.laio.workload.describe;

import io.laio.analysis.figures.Axis;
import io.laio.analysis.figures.Figure;
import io.laio.analysis.figures.Numbers;
import io.laio.workload.describe.CurveFigure.Mark;
import io.laio.workload.describe.CurveFigure.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A description as figures: the popularity curve and the working-set curve. */
public final class DescriptionFigures {
    private static final double PERCENT = 100;
    private static final double MEGABYTE = 1e6;

    private DescriptionFigures() {}

    /**
     * Draws.
     *
     * @param description what to show
     * @return both figures; none if nothing is requested
     */
    public static List<Figure> of(TraceDescription description) {
        Popularity popularity = description.popularity();
        return popularity.ranked().isEmpty()
                ? List.of()
                : List.of(popularity(description, popularity), workingSet(description, popularity));
    }

    private static Figure popularity(TraceDescription description, Popularity popularity) {
        List<Point> points = new ArrayList<>();
        for (int rank : popularity.ranksToDraw()) {
            points.add(new Point(rank, popularity.ranked().get(rank - 1).requests()));
        }
        int files = popularity.ranked().size();
        return new CurveFigure(
                "popularity",
                description.header().name() + ": how often documents are requested",
                "rank of the document, logarithmic",
                "requests, logarithmic",
                Axis.Logarithmic.holding(1, Math.max(2, files)),
                Axis.Logarithmic.holding(
                        points.getLast().y(), Math.max(2, points.getFirst().y())),
                points,
                List.of(new Mark(
                        points.getFirst(),
                        "the most requested: " + requests(points.getFirst().y()))),
                String.format(
                        Locale.ROOT,
                        "A straight line is a Zipf-like law; the likeliest here falls with the power %.2f of the rank. The top 1 %% of the"
                                + " documents have %s of the requests, the top 10 %% %s.",
                        popularity.zipfAlpha(),
                        Numbers.percent(popularity.shareOfTop(Math.ceilDiv(description.files(), 100L))),
                        Numbers.percent(popularity.shareOfTop(Math.ceilDiv(description.files(), 10L)))));
    }

    private static String requests(double count) {
        return Numbers.whole(Math.round(count)) + (count == 1 ? " request" : " requests");
    }

    private static Figure workingSet(TraceDescription description, Popularity popularity) {
        List<Point> points = new ArrayList<>();
        double all = popularity.ranked().getLast().requestsUpTo();
        for (int rank : popularity.ranksToDraw()) {
            Popularity.Ranked ranked = popularity.ranked().get(rank - 1);
            points.add(new Point(megabytes(ranked.bytesUpTo()), PERCENT * ranked.requestsUpTo() / all));
        }
        List<Mark> marks = new ArrayList<>();
        for (double share : TraceDescription.WORKING_SET_SHARES) {
            double size = megabytes(popularity.bytesFor(share));
            String percent = String.format(Locale.ROOT, "%.0f %%", PERCENT * share);
            marks.add(new Mark(new Point(size, PERCENT * share), percent + ": " + Numbers.measured(size) + " MB"));
        }
        double smallest =
                points.stream().mapToDouble(Point::x).filter(x -> x > 0).min().orElse(1);
        return new CurveFigure(
                "working-set",
                description.header().name() + ": how few bytes carry how many requests",
                "most requested documents, MB, logarithmic",
                "requests for them, %",
                Axis.Logarithmic.holding(
                        smallest, Math.max(2 * smallest, points.getLast().x())),
                new Axis.Linear(20, 5),
                points,
                marks,
                "A page cache of that size that always held the most requested documents would answer that part of the requests. Real"
                        + " ones hold the most recent and answer somewhat fewer.");
    }

    private static double megabytes(long bytes) {
        return bytes / MEGABYTE;
    }
}
