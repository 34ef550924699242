package io.laio.comparison.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerNameTest {
    @Test
    void optionsFollowTheNameInTheirOrder() {
        ServerName name = ServerName.parse("flash-nb-amped@readHelpers=16@nameHelpers=8");
        assertEquals("flash-nb-amped", name.server());
        assertEquals(
                List.of(Map.entry("readHelpers", "16"), Map.entry("nameHelpers", "8")),
                List.copyOf(name.options().entrySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "mine@home", "a@b=", "a@=c", "a@b=1@b=2", "a@b=1@"})
    void anyOtherNameIsAServersAsAWhole(String name) {
        assertEquals(new ServerName(name, Map.of()), ServerName.parse(name));
    }
}
