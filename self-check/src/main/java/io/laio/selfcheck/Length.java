package io.laio.selfcheck;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A ratchet on the length of methods: none longer than the limit, but those that were longer when the rule began, which
 * may only become shorter. A limit alone would become a target.
 *
 * @param limitLines the longest method that needs no leave, in lines
 * @param longer how many lines are granted to which method, by {@code path#method}
 */
record Length(int limitLines, Map<String, Integer> longer) implements Rule {
    @Override
    public Stream<String> violations(SourceFile file) {
        if (!file.isJava() || file.path().endsWith("-info.java")) {
            return Stream.empty();
        }
        return methodLines(file).entrySet().stream()
                .filter(method -> method.getValue() > limitLines)
                .filter(method -> method.getValue() > longer.getOrDefault(method.getKey(), 0))
                .map(method -> method.getKey() + " has " + method.getValue() + " lines: take it apart (limit "
                        + longer.getOrDefault(method.getKey(), limitLines) + ")");
    }

    /** The length of every method's body, braces included; of overloaded methods the longest. */
    static Map<String, Integer> methodLines(SourceFile file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of(), null, List.of(new InMemory(file)));
        Map<String, Integer> lines = new TreeMap<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new Measure(file, unit, Trees.instance(task).getSourcePositions(), lines).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** Visits the methods of one file. */
    private static final class Measure extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final SourceFile file;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Map<String, Integer> lines;

        Measure(SourceFile file, CompilationUnitTree unit, SourcePositions positions, Map<String, Integer> lines) {
            this.file = file;
            this.unit = unit;
            this.positions = positions;
            this.lines = lines;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (method.getBody() != null) {
                LineMap map = unit.getLineMap();
                long first = map.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = map.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                lines.merge(file.path() + "#" + method.getName(), (int) (last - first + 1), Math::max);
            }
            return super.visitMethod(method, null);
        }
    }

    /** A file that the compiler reads from memory. */
    private static final class InMemory extends SimpleJavaFileObject {
        private final SourceFile file;

        InMemory(SourceFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }
}
