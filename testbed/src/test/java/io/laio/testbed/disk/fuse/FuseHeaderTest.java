package io.laio.testbed.disk.fuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers, sizes and offsets of the protocol, against the header of the kernel by a C compiler. */
class FuseHeaderTest {
    private static final Pattern VALUE = Pattern.compile("(?m)^->(\\w+)=(-?\\d+)$");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final Map<String, String> expressions = new LinkedHashMap<>();

    @BeforeEach
    void findCompiler() {
        assumeTrue(Files.exists(Path.of("/usr/include/linux/fuse.h")), "no header of FUSE (linux-libc-dev)");
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gcc")));
        assumeTrue(found, "no gcc on the PATH, so nothing to compare the protocol with");
    }

    /** The program is compiled and never run: each value is an immediate operand in the assembler text. */
    private Map<String, Long> ask(Map<String, String> asked) throws IOException, InterruptedException {
        StringBuilder source = new StringBuilder("#include <stddef.h>\n#include <linux/fuse.h>\nvoid ask(void) {\n");
        asked.forEach((name, expression) -> source.append("__asm__ volatile(\"\\n->" + name + "=%c0\\n\" : : \"i\" ")
                .append("((long long) (" + expression + ")));\n"));
        Path file = Files.writeString(directory.resolve("ask.c"), source.append("}\n"));
        Path text = directory.resolve("ask.s");
        Process gcc = new ProcessBuilder("gcc", "-S", "-o", text.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, gcc.waitFor(), said);
        Map<String, Long> values = new TreeMap<>();
        VALUE.matcher(Files.readString(text))
                .results()
                .forEach(value -> values.put(value.group(1), Long.parseLong(value.group(2))));
        return values;
    }

    private static Map<String, Long> numbers(Class<?> type) throws ReflectiveOperationException {
        Map<String, Long> numbers = new TreeMap<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == int.class || field.getType() == long.class) {
                numbers.put(field.getName(), ((Number) field.get(null)).longValue());
            }
        }
        return numbers;
    }

    @Test
    void opcodesAndFlagsAreThoseOfTheHeader() throws Exception {
        for (Class<?> type : new Class<?>[] {Opcode.class, InitFlag.class}) {
            Map<String, Long> own = numbers(type);
            Map<String, String> same = new TreeMap<>();
            own.keySet().forEach(name -> same.put(name, name));
            assertEquals(ask(same), own);
        }
    }

    private void size(String name, String structure) {
        expressions.put(name, "sizeof(struct " + structure + ")");
    }

    private void at(String name, String structure, String field) {
        expressions.put(name, "offsetof(struct " + structure + ", " + field + ")");
    }

    private void headers() {
        size("IN_HEADER_BYTES", "fuse_in_header");
        at("IN_LENGTH", "fuse_in_header", "len");
        at("IN_OPCODE", "fuse_in_header", "opcode");
        at("IN_UNIQUE", "fuse_in_header", "unique");
        at("IN_NODE", "fuse_in_header", "nodeid");
        size("OUT_HEADER_BYTES", "fuse_out_header");
        at("OUT_LENGTH", "fuse_out_header", "len");
        at("OUT_ERROR", "fuse_out_header", "error");
        at("OUT_UNIQUE", "fuse_out_header", "unique");
        expressions.put("KERNEL_VERSION", "FUSE_KERNEL_VERSION");
        expressions.put("ROOT_ID", "FUSE_ROOT_ID");
        expressions.put("MIN_READ_BUFFER", "FUSE_MIN_READ_BUFFER");
    }

    private void initialization() {
        at("INIT_IN_BYTES", "fuse_init_in", "flags2"); // what came later is not looked at
        at("INIT_MAJOR", "fuse_init_in", "major");
        at("INIT_MINOR", "fuse_init_in", "minor");
        at("INIT_READAHEAD", "fuse_init_in", "max_readahead");
        at("INIT_FLAGS", "fuse_init_in", "flags");
        size("INIT_OUT_BYTES", "fuse_init_out");
        at("INIT_OUT_MAX_BACKGROUND", "fuse_init_out", "max_background");
        at("INIT_OUT_CONGESTION", "fuse_init_out", "congestion_threshold");
        at("INIT_OUT_MAX_WRITE", "fuse_init_out", "max_write");
        at("INIT_OUT_TIME_GRANULARITY", "fuse_init_out", "time_gran");
        at("INIT_OUT_MAX_PAGES", "fuse_init_out", "max_pages");
    }

    private void transfers() {
        size("READ_IN_BYTES", "fuse_read_in");
        size("WRITE_IN_BYTES", "fuse_write_in");
        at("IO_OFFSET", "fuse_read_in", "offset");
        at("IO_SIZE", "fuse_read_in", "size");
        size("WRITE_OUT_BYTES", "fuse_write_out");
        size("OPEN_OUT_BYTES", "fuse_open_out");
        at("OPEN_OUT_FLAGS", "fuse_open_out", "open_flags");
    }

    private void attributes() {
        at("ATTR_INODE", "fuse_attr", "ino");
        at("ATTR_SIZE", "fuse_attr", "size");
        at("ATTR_BLOCKS", "fuse_attr", "blocks");
        at("ATTR_MODE", "fuse_attr", "mode");
        at("ATTR_LINKS", "fuse_attr", "nlink");
        at("ATTR_BLOCK_SIZE", "fuse_attr", "blksize");
        size("ATTR_OUT_BYTES", "fuse_attr_out");
        at("ATTR_OUT_VALID", "fuse_attr_out", "attr_valid");
        at("ATTR_OUT_ATTR", "fuse_attr_out", "attr");
        size("ENTRY_OUT_BYTES", "fuse_entry_out");
        at("ENTRY_OUT_NODE", "fuse_entry_out", "nodeid");
        at("ENTRY_OUT_VALID", "fuse_entry_out", "entry_valid");
        at("ENTRY_OUT_ATTR_VALID", "fuse_entry_out", "attr_valid");
        at("ENTRY_OUT_ATTR", "fuse_entry_out", "attr");
        size("STATFS_OUT_BYTES", "fuse_statfs_out");
        at("STATFS_BLOCKS", "fuse_kstatfs", "blocks");
        at("STATFS_BLOCK_SIZE", "fuse_kstatfs", "bsize");
        at("STATFS_NAME_LENGTH", "fuse_kstatfs", "namelen");
        at("STATFS_FRAGMENT_SIZE", "fuse_kstatfs", "frsize");
    }

    @Test
    void layoutsAreThoseOfTheHeader() throws Exception {
        headers();
        initialization();
        transfers();
        attributes();
        Map<String, Long> own = numbers(Wire.class);
        own.remove("KERNEL_MINOR_VERSION"); // ours; the header may be older or newer, and the kernel takes the lesser
        assertEquals(ask(expressions), own);
    }

    @Test
    void readAndWriteHaveOffsetAndSizeInTheSamePlace() throws Exception {
        at("IO_OFFSET", "fuse_write_in", "offset");
        at("IO_SIZE", "fuse_write_in", "size");
        Map<String, Long> own = numbers(Wire.class);
        own.keySet().retainAll(expressions.keySet());
        assertEquals(ask(expressions), own);
        assertTrue(own.size() == 2);
    }
}
