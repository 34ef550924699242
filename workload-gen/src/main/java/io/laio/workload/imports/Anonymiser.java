package io.laio.workload.imports;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives documents names that say nothing: each segment of a path becomes a hash of it with a secret key, and keeps its
 * extension if it is a usual one, by which servers choose a media type. So documents of one directory stay in one directory, however deep, and
 * whoever does not have the key cannot try out names. Virtual hosts are segments too. (Clients' addresses are in no trace.)
 *
 * <p>Belongs to one thread.
 */
public final class Anonymiser {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 8; // of 2^32 names, two are alike with a probability of a half

    /** Others may be a part of a name: /people/mary.jones. */
    private static final Set<String> EXTENSIONS = Set.of(
            ("html htm xhtml shtml css js mjs json xml xsl dtd txt md csv rss atom map php cgi pl py jsp asp aspx"
                            + " png jpg jpeg gif svg ico webp bmp tif tiff mp3 mp4 ogg ogv webm wav avi mov mpg mpeg flv swf"
                            + " woff woff2 ttf otf eot pdf ps doc docx xls xlsx ppt pptx odt zip gz tgz bz2 xz zst tar 7z rar"
                            + " deb rpm iso bin exe msi dmg apk jar class wasm")
                    .split(" ", -1));

    private final Mac mac;
    private final Map<String, String> known = new HashMap<>();

    private Anonymiser(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new AssertionError("every JDK has HmacSHA256, and any key will do", impossible);
        }
    }

    /**
     * With a key that nobody knows, not even who imports: each import makes other names.
     *
     * @return the anonymiser
     */
    public static Anonymiser withRandomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Anonymiser(key);
    }

    /**
     * With a key of one's own: the same names each time, for logs of several days.
     *
     * @param key any words, to be kept secret
     * @return the anonymiser
     */
    public static Anonymiser withKey(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a key has one character or more");
        }
        return new Anonymiser(key.getBytes(StandardCharsets.UTF_8));
    }

    /** A path of the same depth. */
    String path(String path) {
        StringBuilder hidden = new StringBuilder(path.length());
        for (String segment : path.substring(1).split("/", -1)) {
            hidden.append('/').append(known.computeIfAbsent(segment, this::hide));
        }
        return hidden.toString();
    }

    private String hide(String segment) {
        byte[] hash = mac.doFinal(segment.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, NAME_BYTES) + extension(segment);
    }

    /** With its dot, if it is a usual one and no whole name; what comes before a query's encoded question mark. */
    private static String extension(String segment) {
        int query = segment.indexOf("%3F");
        String name = query < 0 ? segment : segment.substring(0, query);
        int dot = name.lastIndexOf('.');
        String extension = dot < 1 ? "" : name.substring(dot + 1);
        return EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT)) ? "." + extension : "";
    }
}
