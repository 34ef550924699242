package io.laio.lab.codesize;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A count as JSON, the {@code codeSize} of results. */
public final class CodeSizeJson {
    private final JsonMapper mapper = new JsonMapper();

    /** Makes a writer. */
    public CodeSizeJson() {}

    /**
     * Writes a count.
     *
     * @param size what was counted
     * @return an object, in lines
     */
    public String text(CodeSize size) {
        ObjectNode root = mapper.createObjectNode();
        ObjectNode systems = root.putObject("systems");
        size.systems().forEach((system, server) -> put(systems.putObject(system), size, system, server));
        CodeSizeClaim claim = CodeSizeClaim.of(size);
        root.putObject("claimC8")
                .put("savedFraction", claim.savedFraction())
                .put("savedFractionWithLibrary", claim.savedFractionWithLibrary())
                .put("partsRatio", claim.partsRatio())
                .put("sharedPartLines", size.shared(CodeSize.PARTS))
                .put("isSmaller", claim.isSmaller())
                .put("hasMuchSmallerParts", claim.hasMuchSmallerParts())
                .put("keepsNoPartialWrites", claim.keepsNoPartialWrites())
                .put("paperSavedFraction", CodeSizeClaim.PAPER.savedFraction())
                .put("paperPartsRatio", CodeSizeClaim.PAPER.partsRatio())
                .put("reproduced", claim.reproduced());
        return root.toPrettyString();
    }

    private static void put(ObjectNode into, CodeSize size, String system, String server) {
        into.put("server", server);
        for (Component component : Component.values()) {
            into.put(name(component), size.lines(system, component));
        }
        into.put("serverTotal", size.lines(system, CodeSize.SERVER)).put("total", size.all(system));
        ObjectNode paper = into.putObject("paper");
        CodeSize.PARTS.forEach(part -> paper.put(name(part), PaperSize.lines(system, part)));
        paper.put("serverTotal", PaperSize.total(system)).put("mark", "S");
    }

    private static String name(Component component) {
        return switch (component) {
            case FILE_READ -> "fileRead";
            case NAME_CONVERSION -> "nameConversion";
            case PARTIAL_WRITE_STATE -> "partialWriteState";
            case REST -> "rest";
            case BINDING -> "binding";
            case LIBRARY -> "library";
        };
    }
}
