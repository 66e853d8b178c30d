package org.migrationimpact.examples.cases;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.examples.SlowReading;
import org.migrationimpact.table.InputFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code case}: one measure by several designs side by side, with what each assumes and why they differ. */
@Command(
        name = "case",
        description = "Answers one question by several designs side by side, and says why they differ.",
        mixinStandardHelpOptions = true)
public final class Cases implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Cases() {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "georgia",
            description = "Visa-free travel for Georgians of 28 March 2017, and first-time asylum applications.",
            mixinStandardHelpOptions = true)
    int georgia(
            @Option(
                            names = "--data",
                            arity = "1..*",
                            paramLabel = "FILE",
                            required = true,
                            description =
                                    "First-time applicants by citizenship and country: a table of Eurostat (TSV or SDMX-CSV, by year or"
                                            + " month), an extract with the columns geo, t, nat and n, or BAMF's monthly tables of Germany, as many as"
                                            + " there are.")
                    List<Path> data,
            @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "The folder of results.")
                    Path out) {
        return done(GeorgianWaiver.compare(files(data)), out);
    }

    @Command(
            name = "eu-turkey",
            description = "The EU–Turkey statement of March 2016, and detections on the Central Mediterranean.",
            mixinStandardHelpOptions = true)
    int turkey(
            @Option(
                            names = "--data",
                            paramLabel = "FILE",
                            required = true,
                            description =
                                    "Frontex' monthly detections: the workbook, or an extract by month, route, type and nat.")
                    Path data,
            @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "The folder of results.")
                    Path out) {
        return done(TurkeyStatement.compare(files(List.of(data)).get(0)), out);
    }

    @Command(
            name = "kyrgyzstan",
            description = "Kyrgyz accession to the Eurasian Economic Union of August 2015, and remittances received.",
            mixinStandardHelpOptions = true)
    int kyrgyzstan(
            @Option(
                            names = "--data",
                            paramLabel = "FILE",
                            description =
                                    "The World Bank's personal remittances received, or an extract with the columns geo, var, t and v; without"
                                            + " it the small table that comes with the program, of three countries.")
                    Optional<Path> data,
            @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "The folder of results.")
                    Path out) {
        InputFile file = data.map(path -> files(List.of(path)).get(0)).orElseGet(Figures::remittances);
        return done(KyrgyzTwins.compare(file), out);
    }

    private int done(SideBySide one, Path out) {
        SideBySideFiles.write(
                out, one, spec.root().commandLine().getParseResult().originalArgs());
        PrintWriter writer = spec.commandLine().getOut();
        writer.println(SideBySideText.of(one));
        writer.println("Written to " + out + ": begin with report.html");
        writer.flush();
        return 0;
    }

    private static List<InputFile> files(List<Path> paths) {
        return paths.stream().map(path -> SlowReading.told(InputFile.of(path))).toList();
    }
}
