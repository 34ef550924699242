package io.laio.comparison.figures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a figure is about, in words and for files and anchors.
 *
 * @param words the condition's name
 * @param slug lower case ASCII letters, digits and hyphens; unique in a report
 */
record Place(String words, String slug) {

    /** Places for conditions of these names. */
    static List<Place> of(List<String> names) {
        Set<String> given = new HashSet<>();
        List<Place> places = new ArrayList<>();
        for (String name : names) {
            String slug = slug(name);
            String unique = slug;
            for (int next = 2; !given.add(unique); next++) {
                unique = slug + "-" + next;
            }
            places.add(new Place(name, unique));
        }
        return places;
    }

    private static String slug(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
