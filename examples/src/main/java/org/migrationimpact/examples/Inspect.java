package org.migrationimpact.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.io.Inspection;
import org.migrationimpact.quality.DataQuality;
import org.migrationimpact.table.InputFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inspect FILE…}: what each file is. A file that is refused does not stop the others; the status is the worst of all. */
@Command(
        name = "inspect",
        description = "Tells what a file is: format, dimensions, periods, units, flags, gaps, duplicates.",
        mixinStandardHelpOptions = true)
final class Inspect implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV, TSV, XLSX, gz of these, or a publisher's file.")
    private List<Path> files;

    @Option(
            names = "--quality",
            description =
                    "List too what limits a comparison: flags, jumps of the level without a flag, small and rounded counts.")
    private boolean quality;

    @Override
    public Integer call() {
        int worst = 0;
        for (Path file : files) {
            worst = Math.max(worst, status(file));
        }
        return worst;
    }

    private int status(Path file) {
        try {
            Inspection inspection = Inspection.of(SlowReading.told(InputFile.of(file)));
            PrintWriter out = spec.commandLine().getOut();
            out.println(inspection);
            if (quality) {
                inspection.observations().forEach(table -> out.println(DataQuality.of(table)));
            }
            out.flush();
            if (inspection.observations().isEmpty() && !inspection.refusals().isEmpty()) {
                throw inspection.refusals().get(0);
            }
            return 0;
        } catch (ImpactException refusal) {
            Refusals.print(spec.commandLine(), refusal.line());
            return Refusals.status(refusal);
        }
    }
}
