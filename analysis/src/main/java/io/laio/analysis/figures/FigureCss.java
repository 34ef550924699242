package io.laio.analysis.figures;

/**
 * Colours and type of figures, light and dark. A figure in a file of its own carries this sheet; a page that holds several includes it
 * once.
 *
 * <p>Light: the palette of Okabe and Ito (Color Universal Design, 2008), its yellow darkened to be seen on white. Dark: the same hues,
 * lighter.
 */
public final class FigureCss {
    /** Custom properties for a light background. */
    public static final String LIGHT =
            "--f-ink:#1b1b1b;--f-soft:#5f6368;--f-grid:#e3e3e0;--f-paper:#ffffff;--c1:#0072b2;--c2:#d55e00;--c3:#009e73;"
                    + "--c4:#cc79a7;--c5:#e69f00;--c6:#56b4e9;--c7:#1b1b1b;--c8:#a89600;--c9:#767676;"
                    + "--f-running:#7fa7c4;--f-runnable:#c3cdd4;--f-waiting:#eceeec;--f-blocked:#d55e00;--f-hatch:#ffd9bf;";

    /** Custom properties for a dark background. */
    public static final String DARK =
            "--f-ink:#e8e6e1;--f-soft:#a5a7a6;--f-grid:#34373b;--f-paper:#17191c;--c1:#4aa3e0;--c2:#f07a35;--c3:#23c297;"
                    + "--c4:#e2a0c6;--c5:#f0b53a;--c6:#a3dbff;--c7:#e8e6e1;--c8:#efe35a;--c9:#9a9a9a;"
                    + "--f-running:#48789b;--f-runnable:#586067;--f-waiting:#26292c;--f-blocked:#f07a35;--f-hatch:#7a3408;";

    /** Rules for the classes that figures use. */
    public static final String RULES = """
            .fig{font-family:system-ui,-apple-system,"Segoe UI","Liberation Sans",Arial,sans-serif;font-size:13px;fill:var(--f-ink)}
            .fig text{fill:var(--f-ink)}.fig .title{font-size:15px;font-weight:600}
            .fig .soft{fill:var(--f-soft);font-size:12px}.fig .tick{fill:var(--f-soft);font-size:12px;font-variant-numeric:tabular-nums}
            .fig .heading{font-weight:600}
            .fig .cell{font-size:12px;font-variant-numeric:tabular-nums}.fig .under{font-size:10.5px;fill:var(--f-soft)}
            .fig .grid{stroke:var(--f-grid);stroke-width:1}.fig .axis{stroke:var(--f-soft);stroke-width:1}
            .fig .line{fill:none;stroke-width:2;stroke-linejoin:round}.fig .bar{stroke-width:1.2;fill:none}
            .fig .leader{stroke-width:.8;fill:none;opacity:.7}.fig .marker{stroke-width:1.6}.fig .hollow{fill:var(--f-paper)!important}
            .fig .paper{fill:var(--f-paper)}
            .fig .c1{stroke:var(--c1);fill:var(--c1)}.fig .c2{stroke:var(--c2);fill:var(--c2)}.fig .c3{stroke:var(--c3);fill:var(--c3)}
            .fig .c4{stroke:var(--c4);fill:var(--c4)}.fig .c5{stroke:var(--c5);fill:var(--c5)}.fig .c6{stroke:var(--c6);fill:var(--c6)}
            .fig .c7{stroke:var(--c7);fill:var(--c7)}.fig .c8{stroke:var(--c8);fill:var(--c8)}.fig .c9{stroke:var(--c9);fill:var(--c9)}
            .fig .line,.fig .bar,.fig .leader{fill:none}
            .fig .running{fill:var(--f-running)}.fig .runnable{fill:var(--f-runnable)}.fig .waiting{fill:var(--f-waiting)}
            .fig .blocked{fill:var(--f-blocked)}.fig .hatch{stroke:var(--f-hatch);stroke-width:1.5}.fig .edge{fill:none;stroke:var(--f-soft);stroke-width:.6}
            """;

    private FigureCss() {}

    /** The sheet of a figure that stands alone. */
    static String standalone() {
        return ".fig{" + LIGHT + "}\n@media(prefers-color-scheme:dark){.fig{" + DARK + "}}\n" + RULES;
    }
}
