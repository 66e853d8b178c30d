package org.migrationimpact.examples.notebook;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * What IJava is, at its smallest: its base kernel, and JShell in this JVM. It runs what {@code %jars} would add from its own class path, and
 * leaves such lines out. With the name of a connection file it serves Jupyter; without Jupyter a test calls {@link #eval}.
 */
public final class NotebookKernel extends BaseKernel {

    private static @Nullable NotebookKernel running;
    private static @Nullable Object last;

    private final JShell shell = JShell.builder().executionEngine("local").build();

    NotebookKernel() {
        running = this;
        shell.addToClasspath(System.getProperty("java.class.path"));
        run("import static " + NotebookKernel.class.getCanonicalName() + ".getKernelInstance;");
    }

    /** Serves one notebook; Jupyter starts this with the path of a connection file. */
    public static void main(String[] arguments) throws Exception {
        String connection = Files.readString(Path.of(arguments[0]));
        JupyterConnection jupyter = new JupyterConnection(KernelConnectionProperties.parse(connection));
        new NotebookKernel().becomeHandlerForConnection(jupyter);
        jupyter.connect();
        jupyter.waitUntilClose();
    }

    /** Under the name that a notebook knows from IJava. */
    public static NotebookKernel getKernelInstance() {
        return Objects.requireNonNull(running);
    }

    /** Called from the snippets, which have the value that a name in JShell stands for. */
    public static void keep(@Nullable Object value) {
        last = value;
    }

    @Override
    public @Nullable DisplayData eval(String cell) {
        last = null;
        String rest = cell.lines().filter(line -> !line.startsWith("%")).collect(Collectors.joining("\n"));
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (!next.completeness().isComplete()) {
                throw new IllegalStateException("incomplete: " + rest);
            }
            show(run(next.source()), next.remaining().isBlank());
            rest = next.remaining();
        }
        return last == null ? null : getRenderer().render(last);
    }

    private List<SnippetEvent> run(String source) {
        List<SnippetEvent> events = shell.eval(source);
        for (SnippetEvent event : events) {
            if (event.exception() != null) {
                throw new IllegalStateException(source + " threw " + event.exception(), event.exception());
            }
            if (event.status() == Snippet.Status.REJECTED) {
                throw new IllegalStateException(source + " does not compile: "
                        + shell.diagnostics(event.snippet())
                                .map(problem -> problem.getMessage(Locale.ROOT))
                                .collect(Collectors.joining("; ")));
            }
        }
        return events;
    }

    /** A cell shows the value of the expression in which it ends; a declaration shows nothing. */
    private void show(List<SnippetEvent> events, boolean isLast) {
        Snippet snippet = events.get(events.size() - 1).snippet();
        String name = switch (snippet.subKind()) {
            case TEMP_VAR_EXPRESSION_SUBKIND -> ((VarSnippet) snippet).name();
            case VAR_VALUE_SUBKIND -> ((ExpressionSnippet) snippet).name();
            default -> "";
        };
        if (isLast && !name.isEmpty()) {
            run(NotebookKernel.class.getCanonicalName() + ".keep(" + name + ")");
        }
    }

    @Override
    public LanguageInfo getLanguageInfo() {
        return new LanguageInfo.Builder("Java").fileExtension(".java").build();
    }

    @Override
    public void onShutdown(boolean isRestarting) {
        shell.close();
    }
}
