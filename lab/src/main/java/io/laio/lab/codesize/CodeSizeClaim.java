package io.laio.lab.codesize;

/**
 * Claim C8: LAIO needs less code (PAPER.md section 4).
 *
 * @param savedFraction which part of AMPED's server LAIO's does without; below 0 if LAIO's is larger
 * @param savedFractionWithLibrary the same when what lies beneath both is counted too
 * @param partsRatio how many times LAIO's lines AMPED has in the parts that differ
 * @param partialWriteLines LAIO's lines for the state of partial writes
 */
public record CodeSizeClaim(
        double savedFraction, double savedFractionWithLibrary, double partsRatio, int partialWriteLines) {
    /** What the paper found [S]; it does not count its library. */
    static final CodeSizeClaim PAPER = new CodeSizeClaim(
            saved(PaperSize.total(PaperSize.AMPED), PaperSize.total(PaperSize.LAIO)),
            Double.NaN,
            (double) PaperSize.parts(PaperSize.AMPED) / PaperSize.parts(PaperSize.LAIO),
            PaperSize.lines(PaperSize.LAIO, Component.PARTIAL_WRITE_STATE));

    /** The paper's "more than 3x" [S]. */
    private static final double LEAST_RATIO = 3;

    /**
     * What a count says of the claim.
     *
     * @param size what was counted
     * @return its figures
     */
    public static CodeSizeClaim of(CodeSize size) {
        return new CodeSizeClaim(
                saved(size.lines(PaperSize.AMPED, CodeSize.SERVER), size.lines(PaperSize.LAIO, CodeSize.SERVER)),
                saved(size.all(PaperSize.AMPED), size.all(PaperSize.LAIO)),
                (double) size.lines(PaperSize.AMPED, CodeSize.PARTS) / size.lines(PaperSize.LAIO, CodeSize.PARTS),
                size.lines(PaperSize.LAIO, Component.PARTIAL_WRITE_STATE));
    }

    private static double saved(int amped, int laio) {
        return 1 - (double) laio / amped;
    }

    /** Whether LAIO's server has fewer lines, as the paper counts: without the library. */
    boolean isSmaller() {
        return savedFraction > 0;
    }

    boolean hasMuchSmallerParts() {
        return partsRatio > LEAST_RATIO;
    }

    boolean keepsNoPartialWrites() {
        return partialWriteLines == 0;
    }

    /**
     * Whether the claim holds here, as the paper makes it: without the library.
     *
     * @return true if all three parts of it hold
     */
    public boolean reproduced() {
        return isSmaller() && hasMuchSmallerParts() && keepsNoPartialWrites();
    }
}
