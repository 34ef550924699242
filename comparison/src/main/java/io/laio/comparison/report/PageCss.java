package io.laio.comparison.report;

import io.laio.analysis.figures.FigureCss;

/** The page's own look: one column of text, figures a little wider, quiet in light and dark, readable on a phone and on paper. */
final class PageCss {
    private static final String RULES = """
            :root{color-scheme:light dark;--ink:#1d1d1b;--soft:#62625e;--paper:#fbfaf7;--rule:#dedcd5;--tint:#f2f0ea;--link:#0a5c91;LIGHT}
            @media(prefers-color-scheme:dark){:root{--ink:#e6e3dc;--soft:#a3a19b;--paper:#131517;--rule:#33363a;--tint:#1c1f22;--link:#7dbdf0;DARK}}
            *{box-sizing:border-box}
            html{-webkit-text-size-adjust:100%}
            body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 Charter,"Bitstream Charter","Iowan Old Style",Cambria,Georgia,serif}
            main,header,footer{max-width:820px;margin:0 auto;padding:0 20px}
            header{padding-top:56px}
            h1{font-size:34px;line-height:1.2;margin:0 0 8px;font-weight:600;letter-spacing:-.01em;text-wrap:balance}
            h2{font-size:24px;line-height:1.3;margin:64px 0 12px;padding-top:20px;border-top:1px solid var(--rule);font-weight:600}
            h3{font-size:19px;margin:40px 0 8px;font-weight:600}
            p{margin:0 0 14px;max-width:68ch}
            a{color:var(--link);text-underline-offset:2px}
            .meta,nav,figcaption,footer,.scroll,summary,caption{font-family:system-ui,-apple-system,"Segoe UI","Liberation Sans",Arial,sans-serif}
            .meta{color:var(--soft);font-size:14px}
            nav{font-size:14px;margin:20px 0 0;line-height:2}
            nav a{margin-right:16px;white-space:nowrap;text-decoration:none}
            nav a:hover{text-decoration:underline}
            .advice{margin:0 0 28px;padding:20px 24px 8px;background:var(--tint);border-left:3px solid var(--link)}
            .headline{font-size:21px;line-height:1.4;margin:0 0 10px}
            ul{margin:0 0 14px;padding-left:20px}li{margin:4px 0;max-width:66ch}
            .name{white-space:nowrap}
            figure{margin:20px 0 32px}
            .drawing{overflow-x:auto}
            .drawing svg{display:block;width:100%;min-width:620px;height:auto;border:1px solid var(--rule);border-radius:4px}
            figcaption{font-size:14.5px;line-height:1.5;color:var(--soft);margin-top:8px;max-width:76ch}
            figcaption ul{margin:0 0 6px;padding-left:18px}figcaption li{margin:3px 0;max-width:none}figcaption b{color:var(--ink);font-weight:600}
            .lead{color:var(--soft)}
            .drawing:focus-visible{outline:2px solid var(--link)}
            .badge{display:inline-block;padding:1px 9px;border-radius:10px;border:1.5px solid var(--soft);white-space:nowrap;font-weight:600}
            .badge.reproduced{border-color:var(--c3);background:color-mix(in srgb,var(--c3) 16%,transparent)}
            .badge.contradicted{border:3px double var(--c2);border-radius:3px;background:color-mix(in srgb,var(--c2) 16%,transparent)}
            .badge.inconclusive{border-style:dashed;border-radius:3px}
            .badge.not-run{border-style:dotted;border-radius:3px;font-weight:400;color:var(--soft)}
            .scroll{overflow-x:auto;margin:0 calc(-1*max(0px,(100vw - 860px)/2)) 24px 0;font-size:13.5px;line-height:1.4}
            .scroll:focus-visible{outline:2px solid var(--link)}
            table{border-collapse:collapse;min-width:min(460px,100%)}
            caption{text-align:left;color:var(--soft);padding:0 0 6px}
            th,td{text-align:left;padding:5px 18px 5px 0;border-bottom:1px solid var(--rule);vertical-align:top}
            th{font-weight:600}thead th{color:var(--soft);font-weight:500;vertical-align:bottom}
            tbody th{white-space:nowrap}
            td{max-width:34em;min-width:3em;overflow-wrap:break-word}
            td.s{white-space:nowrap}td.l{min-width:14em}
            .n{text-align:right;font-variant-numeric:tabular-nums}td.n{white-space:nowrap}
            details{margin:0 0 12px}details[open]{margin-bottom:24px}summary{cursor:pointer;color:var(--link);font-size:15px;padding:4px 0}
            dt{font-weight:600;margin-top:12px}dd{margin:0 0 8px;max-width:68ch}
            pre{font:14px/1.5 ui-monospace,"Liberation Mono",Menlo,monospace;background:var(--tint);padding:14px 16px;overflow-x:auto;border-radius:4px}
            footer{margin-top:64px;padding-top:16px;padding-bottom:48px;color:var(--soft);font-size:14px}
            @media(max-width:600px){body{font-size:16px}header{padding-top:32px}h1{font-size:27px}.advice{padding:16px 16px 4px}.headline{font-size:19px}}
            @media print{body{background:#fff;font-size:11pt}nav,details:not([open]){display:none}.drawing svg{min-width:0}figure,.advice{break-inside:avoid}h2,h3{break-after:avoid}.scroll{margin:0 0 16px;overflow:visible;font-size:8.5pt}}
            """;

    private PageCss() {}

    static String sheet() {
        return RULES.replace("LIGHT", FigureCss.LIGHT).replace("DARK", FigureCss.DARK) + FigureCss.RULES;
    }
}
