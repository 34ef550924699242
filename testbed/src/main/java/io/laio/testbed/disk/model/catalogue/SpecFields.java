package io.laio.testbed.disk.model.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes parameters one by one, refuses what is not of its type, and tells which were not asked for. */
final class SpecFields {
    private final String where;
    private final Map<String, Parameter> parameters;
    private final Set<String> taken = new TreeSet<>();

    SpecFields(String where, Map<String, Parameter> parameters) {
        this.where = where;
        this.parameters = parameters;
    }

    int whole(String name) throws DiskSpecException {
        Parameter parameter = take(name);
        try {
            return Integer.parseInt(parameter.value());
        } catch (NumberFormatException e) {
            throw wrong(parameter, "is not a whole number", e);
        }
    }

    double number(String name) throws DiskSpecException {
        Parameter parameter = take(name);
        try {
            return Double.parseDouble(parameter.value());
        } catch (NumberFormatException e) {
            throw wrong(parameter, "is not a number", e);
        }
    }

    boolean yesOrNo(String name) throws DiskSpecException {
        Parameter parameter = take(name);
        return switch (parameter.value()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(parameter, "is neither true nor false", null);
        };
    }

    /** A constant, written in lower case with hyphens. */
    <E extends Enum<E>> E oneOf(String name, E[] constants) throws DiskSpecException {
        Parameter parameter = take(name);
        for (E constant : constants) {
            if (written(constant).equals(parameter.value())) {
                return constant;
            }
        }
        throw wrong(
                parameter,
                "is none of "
                        + String.join(
                                ", ",
                                Arrays.stream(constants)
                                        .map(SpecFields::written)
                                        .toList()),
                null);
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where a parameter stands, for a message about it; the file if there is none of that name. */
    String whereIs(String name) {
        Parameter parameter = parameters.get(name);
        return parameter == null ? where : parameter.where();
    }

    void requireNothingElse() throws DiskSpecException {
        for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
            if (!taken.contains(entry.getKey())) {
                throw new DiskSpecException(
                        entry.getValue().where() + ": no such parameter; there are " + String.join(", ", taken));
            }
        }
    }

    private Parameter take(String name) throws DiskSpecException {
        taken.add(name);
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw new DiskSpecException(where + ": " + name + " is missing");
        }
        return parameter;
    }

    private static DiskSpecException wrong(
            Parameter parameter, String what, @org.jspecify.annotations.Nullable Exception cause) {
        String message = parameter.where() + ": \"" + parameter.value() + "\" " + what;
        return cause == null ? new DiskSpecException(message) : new DiskSpecException(message, cause);
    }
}
