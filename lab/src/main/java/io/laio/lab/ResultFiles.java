package io.laio.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laio.analysis.figures.Figure;
import io.laio.analysis.files.WholeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The files of an experiment: numbers as JSON, figures as SVG with their data beside them. The same results give the same bytes. */
public final class ResultFiles {
    private ResultFiles() {}

    /**
     * Numbers as they go into a file.
     *
     * @param root maps, lists, text and numbers; maps keep their order
     * @return JSON in lines that end alike everywhere, UTF-8
     */
    public static byte[] json(Map<String, Object> root) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try {
            String json = new JsonMapper()
                    .writer(new DefaultPrettyPrinter().withObjectIndenter(lines))
                    .writeValueAsString(root);
            return (json + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("maps, lists, text and numbers can be written", impossible);
        }
    }

    /**
     * Writes a figure and its data, each whole or not at all.
     *
     * @param figure named by its {@link Figure#id}
     * @param directory where to; created if need be
     * @throws IOException if a file cannot be written
     */
    public static void write(Figure figure, Path directory) throws IOException {
        WholeFiles.write(directory.resolve(figure.id() + ".svg"), figure.svg().getBytes(StandardCharsets.UTF_8));
        WholeFiles.write(directory.resolve(figure.id() + ".csv"), figure.data().bytes());
    }
}
