package io.laio.comparison.claims;

import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Results;
import java.nio.file.Path;
import java.util.List;

/** The claims as they are committed, and what they say of results. */
final class Committed {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private Committed() {}

    static List<Claim> claims() throws ClaimsException {
        return ClaimsReader.ofHome(HOME);
    }

    static ClaimResult judged(String id, Results results) throws ClaimsException {
        return Judge.judge(claims(), results).stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static ClaimResult judged(String id, Study study) throws ClaimsException {
        return judged(id, study.build());
    }
}
