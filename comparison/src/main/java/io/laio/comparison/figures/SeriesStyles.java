package io.laio.comparison.figures;

import io.laio.analysis.figures.Marker;
import io.laio.analysis.figures.SeriesStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One style for each contestant. Servers that come with this project, or whose configuration does, have theirs by name, so they look the same in
 * every report; others get what is left, in order, with hollow markers. A variant of a server ({@code NAME@lazy=off},
 * {@code NAME@OPTION=VALUE}) keeps its colour.
 */
final class SeriesStyles {
    private static final Map<String, SeriesStyle> STUDY = Map.of(
            "flash-laio-laio", new SeriesStyle(1, Marker.CIRCLE, false, ""),
            "flash-nb-b", new SeriesStyle(2, Marker.SQUARE, false, "7 4"),
            "flash-nb-amped", new SeriesStyle(3, Marker.TRIANGLE, false, "2 3"),
            "flash-nb-amted", new SeriesStyle(4, Marker.INVERTED, false, "9 3 2 3"),
            "flash-nb-aio", new SeriesStyle(5, Marker.DIAMOND, false, "4 2"),
            "flash-nb-laio", new SeriesStyle(6, Marker.PENTAGON, false, "13 3"),
            "thttpd-nb-b", new SeriesStyle(7, Marker.SQUARE, true, "7 4 2 4"),
            "thttpd-laio-laio", new SeriesStyle(8, Marker.CIRCLE, true, "1 2"));

    /** The lecture's shapes and servers from outside; they share colours, and have shapes of their own. */
    private static final Map<String, SeriesStyle> BESIDE = Map.of(
            "nginx-aio-off", new SeriesStyle(9, Marker.HOURGLASS, false, "8 2 2 2"),
            "nginx-aio-threads", new SeriesStyle(9, Marker.SQUARE, true, "3 2"),
            "lighttpd", new SeriesStyle(5, Marker.INVERTED, true, "5 3"),
            "apache", new SeriesStyle(4, Marker.PENTAGON, true, "12 4 2 4"),
            "mp-prefork", new SeriesStyle(7, Marker.TRIANGLE, false, "6 4"),
            "mt-pool", new SeriesStyle(3, Marker.DIAMOND, true, "4 4"),
            "mt-virtual", new SeriesStyle(6, Marker.HOURGLASS, true, "2 2"));

    /** An eager server looks like itself, filled where it is hollow and the other way round. */
    private static final String EAGER_DASH = "5 5";

    private static final List<Marker> MARKERS = List.of(
            Marker.DIAMOND,
            Marker.INVERTED,
            Marker.PENTAGON,
            Marker.HOURGLASS,
            Marker.CIRCLE,
            Marker.SQUARE,
            Marker.TRIANGLE);

    private static final List<String> DASHES = List.of("10 4", "3 3", "6 2 2 2 2 2", "", "15 3 3 3");

    private final Map<String, SeriesStyle> styles = new HashMap<>();

    SeriesStyles(List<String> contestants) {
        List<Integer> free = coloursForOthers(contestants);
        int others = 0;
        for (String name : contestants) {
            Optional<SeriesStyle> known = known(name);
            if (known.isPresent() && (plain(name) || eager(name))) {
                styles.put(name, plain(name) ? known.get() : eager(known.get()));
            } else {
                int colour = known.map(SeriesStyle::colour).orElse(free.get(others % free.size()));
                styles.put(name, other(colour, others));
                others++;
            }
        }
    }

    private static Optional<SeriesStyle> known(String contestant) {
        String server = server(contestant);
        return Optional.ofNullable(STUDY.get(server)).or(() -> Optional.ofNullable(BESIDE.get(server)));
    }

    private static boolean plain(String contestant) {
        return server(contestant).equals(contestant) || contestant.equals(server(contestant) + ", lazy on");
    }

    private static boolean eager(String contestant) {
        String server = server(contestant);
        return contestant.equals(server + "@lazy=off") || contestant.equals(server + ", lazy off");
    }

    private static SeriesStyle eager(SeriesStyle lazy) {
        return new SeriesStyle(lazy.colour(), lazy.marker(), !lazy.hollow(), EAGER_DASH);
    }

    private static SeriesStyle other(int colour, int index) {
        // Seven shapes and five dashes have no common factor: 35 pairs before one comes again.
        Marker marker = MARKERS.get(index % MARKERS.size());
        return new SeriesStyle(colour, marker, true, DASHES.get(index % DASHES.size()));
    }

    private static List<Integer> coloursForOthers(List<String> contestants) {
        List<Integer> taken = contestants.stream()
                .flatMap(name -> known(name).stream())
                .map(SeriesStyle::colour)
                .toList();
        List<Integer> all =
                IntStream.rangeClosed(1, SeriesStyle.COLOURS).boxed().toList();
        // Those that nobody has come first; with more contestants than colours, colours are shared and shapes tell them
        // apart.
        return Stream.concat(
                        all.reversed().stream().filter(colour -> !taken.contains(colour)),
                        all.stream().filter(taken::contains))
                .toList();
    }

    private static String server(String contestant) {
        return contestant.split("[,@]", 2)[0];
    }

    SeriesStyle of(String contestant) {
        return Optional.ofNullable(styles.get(contestant))
                .orElseThrow(() -> new IllegalArgumentException("no style for " + contestant));
    }
}
