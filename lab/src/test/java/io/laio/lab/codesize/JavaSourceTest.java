package io.laio.lab.codesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class JavaSourceTest {
    /** Sources, each line of code ending in {@code #}. */
    static final List<String> SOURCES = List.of(
            "",
            "\n  \n\t\n",
            "int a;#\n// int b;\n  // c\nint d; // e #",
            "/* a */\n/** b\n * c */ int d;#\n/* e */ int f; /* g */#\n/**/ /* */",
            "/*\n int a;\n // */ int b;#\n/* // */ int c;#",
            "String a = \"/*\";#\nint b;#\n// */",
            "String a = \"//\" + /* \" */ \"\\\"//\"; int b;#\n/* \" */\nint c;#",
            "char a = '\"'; // b\"#\n// c\nchar d = '\\''; /* e */#\n/* ' */\nchar f = '\\\\';#\n/* g */",
            "String a = \"\"\"#\n  // b#\n\n  /* c#\n  \\\"\"\" d \"e\"#\n  \"\"\"; /* f#\n  g\n*/ int h;#",
            "String a = \"\"; // \"#\n// \"\nint b;#",
            "int a = b /c; int d = e //f#\n/ g;#",
            "/* a * / b\n*/\n/*/ c\n*/ int d;#");

    @ParameterizedTest
    @FieldSource("SOURCES")
    void linesOfCodeAreThoseThatAreNeitherBlankNorComment(String marked) {
        String expected =
                marked.lines().map(line -> line.endsWith("#") ? "code" : "none").collect(Collectors.joining("\n"));
        String found = JavaSource.of(marked.replace("#", "")).lines().stream()
                .map(line -> line.code() ? "code" : "none")
                .collect(Collectors.joining("\n"));
        assertEquals(expected, found, marked);
    }

    private static final String CLASS = """
            final class A {
                private final int field = 1;

                /** int method() { */
                @Override
                @SuppressWarnings("unused")
                public int method(
                        int parameter) {
                    String brace = "}";
                    if (parameter > 0) { // }

                        return 1;
                    }
                    return '}';
                }

                void empty() {}

                abstract void none(
                        int parameter);
            }
            """;

    private static int lines(String anchor) {
        return JavaSource.of(CLASS).declaration(anchor).cardinality();
    }

    @Test
    void aDeclarationGoesFromItsAnnotationsToItsEnd() {
        assertEquals(10, lines("int method("));
        assertEquals(1, lines("field = 1"));
        assertEquals(1, lines("empty()"));
        assertEquals(2, lines("none("));
        assertEquals(16, lines("class A"));
    }

    @Test
    void aDeclarationThatIsGoneOrNotOneAloneIsNoPlace() {
        assertThrows(MisfitException.class, () -> lines("void gone("));
        assertThrows(MisfitException.class, () -> lines("int parameter"));
        assertThrows(MisfitException.class, () -> lines("int method() {"), "it stands in a comment only");
    }
}
