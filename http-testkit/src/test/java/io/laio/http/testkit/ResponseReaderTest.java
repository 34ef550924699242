package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    private static ResponseReader reading(String answer) {
        return new ResponseReader(new ByteArrayInputStream(ResponseReader.bytes(answer)));
    }

    @Test
    void answersAreTakenApartOneAfterTheOther() throws IOException {
        ResponseReader reader = reading("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX:  a b \r\n\r\nhello"
                + "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n");
        Response first = reader.read(false);
        Response second = reader.read(false);
        assertAll(
                () -> assertEquals(200, first.status()),
                () -> assertEquals("hello", first.text()),
                () -> assertEquals(List.of("Content-Length", "X"), names(first)),
                () -> assertEquals("a b", first.require("x")),
                () -> assertEquals(404, second.status()));
    }

    private static List<String> names(Response response) {
        return response.fields().stream().map(Response.Field::name).toList();
    }

    @Test
    void anAnswerToHeadHasNoBody() throws IOException {
        ResponseReader reader = reading("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHTTP/1.1 204 x\r\n\r\n");
        assertEquals(0, reader.read(true).body().length);
        assertEquals(204, reader.read(false).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 20 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\nContent-Length: 0\n\n",
                "HTTP/1.1 200 OK\r\nContent-Length : 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n folded\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nServer: without a length\r\n\r\n",
                "HTTP/1.1 200 OK\rContent-Length: 0\r\n\r\n",
                "hello"
            })
    void malformedAnswersAreNoticed(String answer) {
        ResponseReader reader = reading(answer + "more and more\r\n\r\n");
        assertThrows(AssertionError.class, () -> reader.read(false));
    }

    @Test
    void anAnswerCutShortInItsHeadIsNoticed() {
        assertThrows(
                EOFException.class,
                () -> reading("HTTP/1.1 200 OK\r\nContent-Le").read(false));
    }

    @Test
    void anAnswerCutShortInItsBodyIsNoticed() {
        ResponseReader reader = reading("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell");
        assertThrows(EOFException.class, () -> reader.read(false));
    }
}
