package io.laio.testbed.disk.model.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a user calls a device model: {@code NAME} or a file, then perhaps values instead of the file's, as
 * {@code NAME@PARAMETER=VALUE}, several one after the other.
 *
 * @param model the name or the file
 * @param overrides values by parameter, in the order written
 */
record DiskName(String model, Map<String, String> overrides) {
    /** Copies the overrides, keeping their order. */
    DiskName {
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
    }

    static DiskName parse(String text) throws DiskSpecException {
        String[] parts = text.split("@", -1);
        Map<String, String> overrides = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals <= 0 || equals == parts[i].length() - 1) {
                throw new DiskSpecException(text + ": after @ comes PARAMETER=VALUE, not \"" + parts[i] + "\"");
            }
            if (overrides.put(parts[i].substring(0, equals), parts[i].substring(equals + 1)) != null) {
                throw new DiskSpecException(text + ": " + parts[i].substring(0, equals) + " is given twice");
            }
        }
        return new DiskName(parts[0], overrides);
    }
}
