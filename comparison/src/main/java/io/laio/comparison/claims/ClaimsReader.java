package io.laio.comparison.claims;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laio.comparison.claims.Claim.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Reads {@code config/claims.json}. Strict: every field must be known, and every complaint names its place. */
public final class ClaimsReader {
    /** Where the file is, in laio's directory. */
    private static final String PATH = "config/claims.json";

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private ClaimsReader() {}

    /**
     * Reads the claims of the study.
     *
     * @param home laio's directory
     * @return the claims, in the file's order
     * @throws ClaimsException if the file cannot be read, or is wrong
     */
    public static List<Claim> ofHome(Path home) throws ClaimsException {
        return read(home.resolve(PATH));
    }

    /**
     * Reads claims.
     *
     * @param file a JSON file, in which comments are allowed
     * @return the claims, in its order
     * @throws ClaimsException if it cannot be read, or is wrong
     */
    public static List<Claim> read(Path file) throws ClaimsException {
        try {
            JsonNode tree = JSON.readTree(Files.readString(file));
            return claims(new JsonFields(file.toString(), tree));
        } catch (JsonProcessingException e) {
            throw new ClaimsException(file + ": not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new ClaimsException("the claims " + file + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ClaimsException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Claim> claims(JsonFields fields) {
        List<Claim> claims = fields.objects("claims", ClaimsReader::claim);
        fields.requireNothingElse();
        List<String> ids = claims.stream().map(Claim::id).toList();
        if (new HashSet<>(ids).size() < ids.size()) {
            throw fields.wrong("claims: a claim is there twice");
        }
        return claims;
    }

    private static Claim claim(JsonFields fields) {
        return new Claim(
                fields.text("id"),
                fields.text("statement"),
                fields.text("mark"),
                need(fields),
                fields.objects("parts", PredicateReader::read));
    }

    private static Need need(JsonFields fields) {
        String need = fields.text("need");
        return switch (need) {
            case "all", "any" -> Need.valueOf(need.toUpperCase(Locale.ROOT));
            default -> throw fields.wrong("need: all or any is needed, not \"" + need + "\"");
        };
    }
}
