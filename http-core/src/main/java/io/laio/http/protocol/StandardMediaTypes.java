package io.laio.http.protocol;

/** The table of {@link MediaTypes#standard}. */
final class StandardMediaTypes {
    static final String TEXT = """
            text/html;charset=utf-8                  html htm xhtml shtml
            text/css;charset=utf-8                   css
            text/javascript;charset=utf-8            js mjs cjs
            text/plain;charset=utf-8                 txt text log conf ini diff patch
            text/plain;charset=utf-8                 c h cc cpp hpp java py sh rs go kt toml
            text/markdown;charset=utf-8              md markdown
            text/csv;charset=utf-8                   csv
            text/calendar;charset=utf-8              ics
            text/vtt;charset=utf-8                   vtt
            application/json                         json map
            application/ld+json                      jsonld
            application/manifest+json                manifest
            application/xml                          xml xsl xsd
            application/rss+xml                      rss
            application/atom+xml                     atom
            application/yaml                         yaml yml
            application/wasm                         wasm
            application/pdf                          pdf
            application/postscript                   ps eps
            application/rtf                          rtf
            application/sql                          sql
            application/epub+zip                     epub
            application/java-archive                 jar war
            application/zip                          zip
            application/gzip                         gz tgz
            application/zstd                         zst
            application/x-bzip2                      bz2
            application/x-xz                         xz
            application/x-7z-compressed              7z
            application/x-tar                        tar
            application/msword                       doc
            application/vnd.ms-excel                 xls
            application/vnd.ms-powerpoint            ppt
            application/vnd.openxmlformats-officedocument.wordprocessingml.document     docx
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet           xlsx
            application/vnd.openxmlformats-officedocument.presentationml.presentation   pptx
            application/vnd.oasis.opendocument.text          odt
            application/vnd.oasis.opendocument.spreadsheet   ods
            image/svg+xml                            svg
            image/png                                png
            image/jpeg                               jpg jpeg
            image/gif                                gif
            image/webp                               webp
            image/avif                               avif
            image/apng                               apng
            image/bmp                                bmp
            image/tiff                               tif tiff
            image/jxl                                jxl
            image/vnd.microsoft.icon                 ico
            font/woff                                woff
            font/woff2                               woff2
            font/ttf                                 ttf
            font/otf                                 otf
            audio/mpeg                               mp3
            audio/mp4                                m4a
            audio/aac                                aac
            audio/ogg                                ogg oga opus
            audio/flac                               flac
            audio/wav                                wav
            audio/midi                               mid midi
            video/mp4                                mp4 m4v
            video/webm                               webm
            video/ogg                                ogv
            video/mpeg                               mpg mpeg
            video/quicktime                          mov
            video/x-msvideo                          avi
            video/mp2t                               ts
            """;

    private StandardMediaTypes() {}
}
