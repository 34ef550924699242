package io.laio.comparison.contestant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServerStatisticsTest {
    private static ServerStatistics parsed(String json) throws IOException {
        return ServerStatistics.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aServerWithoutLoopsHasNoStallAndNotOneOfZero() throws IOException {
        ServerStatistics threads = parsed(
                "{\"requests\": 3, \"operations\": {\"read\": {\"issued\": 3, \"blocked\": 0, \"blockedNanos\": 0}}, \"loops\": []}");
        assertNull(threads.stall());
        assertEquals(Map.of(), threads.helpers());
    }

    @Test
    void whatIsNoStatisticsIsRefused() {
        assertThrows(IOException.class, () -> parsed("{\"operations\": {}}"));
    }
}
