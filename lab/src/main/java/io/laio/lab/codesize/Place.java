package io.laio.lab.codesize;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the sources, and what it is counted as. Of several that hold a line the narrowest counts: a declaration before its
 * file, a file before its directory.
 *
 * @param path a file, or a directory and all below it if it ends in a slash; relative to the repository
 * @param declaration text of the line on which a declaration or statement of that file begins; null for all of the path
 * @param of the systems that have it, none if it belongs to other servers only
 * @param component what it is for
 * @param why why it is counted so
 */
record Place(
        @JsonProperty(required = true) String path,
        @Nullable String declaration,
        @JsonProperty(required = true) List<String> of,
        @JsonProperty(required = true) Component component,
        @JsonProperty(required = true) String why) {
    boolean holds(String file) {
        return path.endsWith("/") ? file.startsWith(path) : file.equals(path);
    }
}
