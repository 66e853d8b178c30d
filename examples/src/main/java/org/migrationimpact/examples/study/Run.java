package org.migrationimpact.examples.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run STUDY.yaml}: reads a study, answers it, and writes the answer. */
@Command(
        name = "run",
        description = "Answers a study: one question about one measure, written in YAML.",
        mixinStandardHelpOptions = true)
public final class Run implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "STUDY.yaml", description = "The study file.")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of results; by default the study's name with -result, unless --json is given.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
    private boolean json;

    @Option(
            names = "--vintage",
            paramLabel = "FILE",
            description =
                    "Another issue of the study's file: the same study is run on it too, and both answers are compared.")
    private @Nullable Path vintage;

    private Run() {}

    @Override
    public Integer call() {
        Study study = Study.read(file);
        Optional<Editions> editions = Optional.ofNullable(vintage).map(other -> Editions.of(study, other));
        Answer answer = editions.<Answer>map(Editions::answer).orElseGet(() -> Answer.to(study));
        String text = json
                ? ResultFolder.json(answer)
                : AnswerText.of(answer) + editions.map(Editions::toString).orElse("");
        Optional<Path> folder = folder();
        if (folder.isPresent()) {
            ResultFolder results = ResultFolder.of(answer, editions, arguments());
            results.write(folder.get());
            text += json ? "" : written(results, folder.get());
        }
        PrintWriter writer = spec.commandLine().getOut();
        writer.print(text);
        writer.flush();
        return 0;
    }

    private static String written(ResultFolder results, Path folder) {
        String lacking = results.pictures().lacking();
        return (lacking.isEmpty() ? "" : "No charts were drawn: " + lacking + "\n") + "Written to " + folder
                + ": begin with report.html\n";
    }

    private Optional<Path> folder() {
        if (out != null || json) {
            return Optional.ofNullable(out);
        }
        return Optional.of(Path.of(StudyText.name(file).replaceFirst("(?<=.)\\.[^.]*$", "") + "-result"));
    }

    private List<String> arguments() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }
}
