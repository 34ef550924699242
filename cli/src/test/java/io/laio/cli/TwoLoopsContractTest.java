package io.laio.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.server.ServerVariant;
import io.laio.http.server.ServerVariants;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.testkit.OneRequestServerContract;
import io.laio.http.testkit.RunningServer;
import io.laio.http.testkit.ServerContract;
import io.laio.http.testkit.ServerSettings;
import io.laio.http.testkit.VariantServer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every event-driven server keeps the contract with two loops too: a connection may be served by either. */
class TwoLoopsContractTest {
    @Test
    void everyEventDrivenServerIsHere() {
        Set<String> here = Stream.of(TwoLoopsContractTest.class.getDeclaredClasses())
                .map(TwoLoopsContractTest::serverOf)
                .collect(Collectors.toSet());
        ServerVariants.all().stream()
                .filter(ServerVariant::eventDriven)
                .forEach(server -> assertTrue(here.contains(server.name()), server.name()));
    }

    /** A class is called like its server, without the dashes: FlashNbB is flash-nb-b. */
    private static String serverOf(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @Nested
    class FlashNbB extends WithTwoLoops {}

    @Nested
    class FlashLaioLaio extends WithTwoLoops {}

    @Nested
    class FlashNbLaio extends WithTwoLoops {}

    @Nested
    class FlashNbAio extends WithTwoLoops {}

    @Nested
    class FlashNbAmped extends WithTwoLoops {}

    @Nested
    class FlashNbAmted extends WithTwoLoops {}

    @Nested
    class ThttpdNbB extends OneRequestWithTwoLoops {}

    @Nested
    class ThttpdLaioLaio extends OneRequestWithTwoLoops {}

    abstract static class WithTwoLoops extends ServerContract {
        @Override
        protected RunningServer start(Path docroot, ServerSettings settings) throws UnfitEnvironmentException {
            return startServerOf(getClass(), docroot, settings);
        }
    }

    abstract static class OneRequestWithTwoLoops extends OneRequestServerContract {
        @Override
        protected RunningServer start(Path docroot, ServerSettings settings) throws UnfitEnvironmentException {
            return startServerOf(getClass(), docroot, settings);
        }
    }

    private static RunningServer startServerOf(Class<?> test, Path docroot, ServerSettings settings)
            throws UnfitEnvironmentException {
        String name = serverOf(test);
        Optional<ServerVariant> variant = ServerVariants.named(name);
        Assumptions.assumeTrue(variant.isPresent(), () -> "no module here has " + name);
        return VariantServer.startWithLoops(variant.orElseThrow(), 2, docroot, settings);
    }
}
