package io.laio.comparison.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.comparison.results.SyntheticStudy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FamilyTest {
    private static final List<String> STUDY = List.of("rice", "berkeley");

    private static List<String> ids(List<Family> families) {
        return families.stream().map(Family::id).toList();
    }

    private static List<String> and(String... more) {
        return Stream.concat(SyntheticStudy.EIGHT.stream(), Stream.of(more)).toList();
    }

    @Test
    void theEightServersAreShownAsThePaperShowsThem() {
        List<Family> families = Family.of(SyntheticStudy.EIGHT, STUDY);
        assertEquals(List.of("thttpd", "flash", "laio-disk-only", "aio", "helpers"), ids(families));
        assertEquals(
                List.of("flash-nb-amped", "flash-nb-amted", "flash-laio-laio"),
                families.getLast().contestants());
    }

    @Test
    void aFewAreShownTogether() {
        List<String> quick = List.of("flash-nb-b", "flash-nb-amped", "flash-nb-amted", "flash-laio-laio");
        assertEquals(List.of(new Family("", "", quick)), Family.of(quick, STUDY));
    }

    @Test
    void withAWorkloadOfOnesOwnAllAreShownTogether() {
        List<String> all = and("nginx-aio-off", "mt-pool");
        assertEquals(List.of(new Family("", "", all)), Family.of(all, List.of("mine")));
    }

    @Test
    void whoIsInNoneOfThePapersFiguresIsShownBesideLaio() {
        Family others = Family.of(and("nginx-aio-off", "mt-pool"), STUDY).getLast();
        assertEquals(List.of("flash-laio-laio", "nginx-aio-off", "mt-pool"), others.contestants());
    }

    @Test
    void withoutTheServerThatItComparesWithThereIsNoFamily() {
        List<String> some = List.of(
                "thttpd-nb-b", "thttpd-laio-laio", "flash-nb-b", "flash-nb-amped", "flash-nb-amted", "nginx", "apache");
        List<Family> families = Family.of(some, STUDY);
        assertEquals(List.of("thttpd", "others"), ids(families));
        assertEquals(some.subList(2, 7), families.getLast().contestants(), "nobody is lost");
    }

    @Test
    void variantsHaveFiguresOfTheirOwn() {
        List<String> all = and("flash-laio-laio@lazy=off", "flash-nb-amped@readHelpers=4", "mt-pool@threads=16");
        List<Family> families = Family.of(all, STUDY);
        assertEquals(
                List.of("flash-laio-laio", "mt-pool@threads=16"),
                families.getLast().contestants(),
                "but one that has no other is shown");
        List<String> both = and("flash-laio-laio, lazy off");
        assertEquals(List.of("thttpd", "flash", "laio-disk-only", "aio", "helpers"), ids(Family.of(both, STUDY)));
    }
}
