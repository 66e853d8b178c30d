package org.migrationimpact.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Revisions;
import org.migrationimpact.data.Source;
import org.migrationimpact.io.Inspection;
import org.migrationimpact.report.TidyTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare OLD NEW}: what a publisher revised between two issues of one table, in any of the formats that are read. */
@Command(
        name = "compare",
        description = "Tells what changed between two issues of one table: values, flags, cells.",
        mixinStandardHelpOptions = true)
final class Compare implements Callable<Integer> {
    private static final int SHOWN = 20;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The earlier issue.")
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "The later issue, perhaps in another format.")
    private Path young;

    @Option(
            names = "--where",
            paramLabel = "DIMENSION=CODE",
            description = "Keep this code of a dimension; may be given again for another one.")
    private Map<String, String> where = Map.of();

    @Option(names = "--total", paramLabel = "DIMENSION", description = "Sum over this dimension; may be given again.")
    private List<String> totals = List.of();

    @Option(
            names = "--zeros-left-out",
            description = "Rows that are not there are zeros: say so only where the publisher does.")
    private boolean zerosLeftOut;

    @Option(names = "--value", paramLabel = "COLUMN", description = "The column of figures, where a table has several.")
    private @Nullable String value;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Write every revised cell to this new file.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Revisions revisions = Revisions.between(read(old), read(young));
        if (out != null) {
            write(out, TidyTable.csv(TidyTable.revisions(revisions)));
        }
        PrintWriter writer = spec.commandLine().getOut();
        writer.print(told(revisions));
        writer.flush();
        return 0;
    }

    private Observations read(Path file) {
        Observations table = figures(Inspection.of(file));
        Observations kept = zerosLeftOut ? table.zeroWhereAbsent() : table;
        for (Map.Entry<String, String> filter : where.entrySet()) {
            kept = kept.where(filter.getKey(), filter.getValue());
        }
        for (String dimension : totals) {
            kept = kept.totalOver(dimension);
        }
        return kept;
    }

    private Observations figures(Inspection inspection) {
        List<Observations> all = inspection.observations().stream()
                .filter(table -> value == null || table.quantity().equals(value))
                .toList();
        if (all.isEmpty()
                && inspection.observations().isEmpty()
                && !inspection.refusals().isEmpty()) {
            throw inspection.refusals().get(0);
        }
        if (all.size() != 1) {
            List<String> names = inspection.observations().stream()
                    .map(Observations::quantity)
                    .toList();
            throw InputException.in(
                    "E-COMPARE-001",
                    inspection.file().name(),
                    (names.isEmpty()
                                    ? "there are no figures by period"
                                    : "there are figures in " + String.join(", ", names))
                            + (value == null ? "" : ", none of them called " + value)
                            + "; a comparison needs one column of them: name it with --value");
        }
        return all.get(0);
    }

    private static void write(Path file, String csv) {
        try {
            Files.writeString(file, csv, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw InputException.in(
                    "E-COMPARE-002",
                    file.toString(),
                    (e instanceof FileAlreadyExistsException ? "there is such a file already" : "cannot be written")
                            + "; name a new file in a folder where you may write");
        }
    }

    private static String told(Source source) {
        return source.title().isEmpty() ? source.file() : source.toString();
    }

    private String told(Revisions revisions) {
        StringBuilder text = new StringBuilder();
        text.append("before: ").append(told(revisions.before()));
        text.append("\nafter: ").append(told(revisions.after()));
        text.append(String.format(
                Locale.ROOT,
                "\n%d common cells, %d values and %d flags revised; %d cells only before, %d only after\n",
                revisions.common(),
                revisions.values().size(),
                revisions.flags().size(),
                revisions.onlyBefore().size(),
                revisions.onlyAfter().size()));
        if (revisions.common() == 0) {
            text.append("No cell is in both: compare the dimensions and codes that inspect lists.\n");
        }
        revisions
                .largest(SHOWN)
                .forEach(revised -> text.append("  ").append(revised).append('\n'));
        int more = revisions.values().size() - SHOWN;
        if (more > 0) {
            text.append("  and ").append(more).append(" smaller ones\n");
        }
        return text + (out == null ? "" : "Written to " + out + "\n");
    }
}
