package io.laio.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.SystemCall;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the limit on open files is divided. */
class DescriptorBudgetTest {
    private static final int ROOT = 4;
    private static final int FREE = 24;

    /** A process whose lowest free descriptor is {@link #FREE}. */
    private static Linux kernel(long limit) {
        return (number, a, b, c, d, e, f) -> switch (Objects.requireNonNull(SystemCall.ofNumber(number))) {
            case PRLIMIT64 -> {
                Memory.putLong(d, limit);
                yield 0;
            }
            case FCNTL -> FREE;
            case CLOSE -> a == FREE ? 0 : -Errno.EBADF;
            default -> -Errno.ENOSYS;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "1040, 1, 0, true, 600", // 1000 besides those that are open and 16 to spare
        "1040, 1, 0, false, 400",
        "1040, 2, 0, true, 300",
        "1040, 2, 500, true, 150", // half of it is the helpers'
        "1040, 1, 2000, true, 1", // helpers that cannot be had are not the clients' fault
    })
    void loopsShareWhatHelpersLeave(long limit, int loops, int own, boolean sharesDocuments, int connections) {
        assertEquals(
                connections, DescriptorBudget.connectionsPerLoop(kernel(limit), ROOT, loops, own, sharesDocuments));
    }

    @ParameterizedTest
    @CsvSource({"1, 6", "3, 18"})
    void eachLoopHasItsOwn(int loops, int descriptors) {
        ServerOptions options = TestServers.options(Path.of("/"), 1, loops, 1);
        assertEquals(descriptors, new TestVariant(false).descriptors(options));
    }
}
