package io.laio.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Architecture;
import io.laio.linux.Binding;
import io.laio.linux.CProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers and layouts of the ring, on either architecture, against the header of that architecture. */
class AbiTest {
    @ParameterizedTest
    @EnumSource
    void everyNumberIsThatOfTheHeader(Architecture architecture, @TempDir Path directory)
            throws IOException, InterruptedException {
        CProgram program = new CProgram(architecture, "linux/io_uring.h");
        String header = Files.readString(CProgram.headers(architecture).resolve("linux/io_uring.h"));
        Map<String, Long> own = Binding.values(Abi.class, architecture);
        own.keySet().removeIf(name -> isNewerThan(header, expression(name)));
        own.keySet().forEach(name -> program.ask(name, expression(name)));
        assertEquals(program.values(directory), own);
        assertTrue(own.size() > 50, "only " + own.keySet());
    }

    private static boolean isNewerThan(String header, String expression) {
        return !expression.contains("(")
                && !Pattern.compile("\\b" + expression + "\\b").matcher(header).find();
    }

    /** What a name of ours is in C: an enumerator or macro, a size, or a field's offset. */
    private static String expression(String name) {
        return switch (name) {
            case "PARAMS_BYTES" -> "sizeof(struct io_uring_params)";
            case "PARAMS_SQ_ENTRIES" -> offset("io_uring_params", "sq_entries");
            case "PARAMS_CQ_ENTRIES" -> offset("io_uring_params", "cq_entries");
            case "PARAMS_FLAGS" -> offset("io_uring_params", "flags");
            case "PARAMS_FEATURES" -> offset("io_uring_params", "features");
            case "PARAMS_SQ_OFF" -> offset("io_uring_params", "sq_off");
            case "PARAMS_CQ_OFF" -> offset("io_uring_params", "cq_off");
            case "OFF_HEAD" -> offset("io_sqring_offsets", "head");
            case "OFF_TAIL" -> offset("io_cqring_offsets", "tail");
            case "OFF_RING_MASK" -> offset("io_cqring_offsets", "ring_mask");
            case "SQ_OFF_FLAGS" -> offset("io_sqring_offsets", "flags");
            case "SQ_OFF_ARRAY" -> offset("io_sqring_offsets", "array");
            case "CQ_OFF_OVERFLOW" -> offset("io_cqring_offsets", "overflow");
            case "CQ_OFF_CQES" -> offset("io_cqring_offsets", "cqes");
            case "SQE_BYTES" -> "sizeof(struct io_uring_sqe)";
            case "SQE_OPCODE" -> offset("io_uring_sqe", "opcode");
            case "SQE_FLAGS" -> offset("io_uring_sqe", "flags");
            case "SQE_FD" -> offset("io_uring_sqe", "fd");
            case "SQE_OFF" -> offset("io_uring_sqe", "off");
            case "SQE_ADDR" -> offset("io_uring_sqe", "addr");
            case "SQE_LEN" -> offset("io_uring_sqe", "len");
            case "SQE_OP_FLAGS" -> offset("io_uring_sqe", "rw_flags");
            case "SQE_USER_DATA" -> offset("io_uring_sqe", "user_data");
            case "CQE_BYTES" -> "sizeof(struct io_uring_cqe)";
            case "CQE_USER_DATA" -> offset("io_uring_cqe", "user_data");
            case "CQE_RES" -> offset("io_uring_cqe", "res");
            case "CQE_FLAGS" -> offset("io_uring_cqe", "flags");
            case "GETEVENTS_ARG_BYTES" -> "sizeof(struct io_uring_getevents_arg)";
            case "GETEVENTS_ARG_TS" -> offset("io_uring_getevents_arg", "ts");
            default -> name;
        };
    }

    private static String offset(String structure, String field) {
        return "offsetof(struct " + structure + ", " + field + ")";
    }
}
