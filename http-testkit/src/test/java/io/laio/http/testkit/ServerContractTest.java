package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract itself is tested by servers that break it. */
class ServerContractTest {
    /** All that a server may do by accident and still be right: it closes those who say nothing, or too little. */
    private static final Set<String> KEPT_BY_CLOSING =
            Set.of("aSilentConnectionIsClosed()", "aRequestCutShortIsNotServed()");

    /** Closes every connection at once. */
    static final class Closing extends ServerContract {
        @Override
        protected RunningServer start(Path docroot, ServerSettings settings) throws Exception {
            return new ScriptedServer("");
        }
    }

    /** The same, where each connection serves one request. */
    static final class ClosingAtOnce extends OneRequestServerContract {
        @Override
        protected RunningServer start(Path docroot, ServerSettings settings) throws Exception {
            return new ScriptedServer("");
        }
    }

    /** Remembers what passed. */
    private static final class Passed implements TestExecutionListener {
        private final Set<String> names = new TreeSet<>();
        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                names.add(test.getDisplayName());
            }
            if (test.isTest() && result.getStatus() == TestExecutionResult.Status.FAILED) {
                failures.incrementAndGet();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Closing.class, ClosingAtOnce.class})
    void aServerThatAnswersNobodyFailsEverywhere(Class<?> contract) {
        Passed passed = new Passed();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(contract))
                                .build(),
                        passed);
        assertEquals(KEPT_BY_CLOSING, passed.names);
        assertTrue(passed.failures.get() > 200, () -> passed.failures + " failures");
    }
}
