package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text in which names of servers are set apart, and are not broken at their hyphens. */
final class Prose {
    private final Pattern names;

    Prose(List<String> names) {
        String anyOf = names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        // A name is not part of a longer word.
        this.names = Pattern.compile(names.isEmpty() ? "(?!)" : "(?<![\\w-])(?:" + anyOf + ")(?![\\w-])");
    }

    void write(Markup page, String words) {
        String text = Words.unbroken(words);
        Matcher name = names.matcher(text);
        int written = 0;
        while (name.find()) {
            page.text(text.substring(written, name.start()));
            page.inline("span", name.group(), "class", "name");
            written = name.end();
        }
        page.text(text.substring(written));
    }

    void element(Markup page, String element, String text, String... attributes) {
        page.open(element, attributes);
        write(page, text);
        page.close(element);
    }
}
