package io.laio.server.laio;

import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.Profile;
import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.ThttpdOptions;
import io.laio.http.server.UnfitEnvironmentException;
import java.util.List;
import java.util.stream.Stream;

/**
 * thttpd-LAIO-LAIO of the study (PAPER.md section 2): the strategies of {@link FlashLaioLaio} under the thttpd profile. What is
 * mapped and not in memory is read in the background into memory of the server's own, so that the loop meets no page fault.
 */
public final class ThttpdLaioLaio implements ServerVariant {
    private final FlashLaioLaio strategies = new FlashLaioLaio();

    /** Made by the service loader. */
    public ThttpdLaioLaio() {}

    @Override
    public String name() {
        return "thttpd-laio-laio";
    }

    @Override
    public Profile profile() {
        return Profile.THTTPD;
    }

    @Override
    public Description description() {
        return strategies.description();
    }

    @Override
    public List<String> engines() {
        return strategies.engines();
    }

    @Override
    public List<ServerOption> options() {
        return Stream.concat(ThttpdOptions.all().stream(), strategies.options().stream())
                .toList();
    }

    @Override
    public LoopIo open(LoopContext context) throws UnfitEnvironmentException {
        return strategies.open(context);
    }
}
