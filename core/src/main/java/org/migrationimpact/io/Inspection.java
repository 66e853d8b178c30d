package org.migrationimpact.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Pairs;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Rows;

/**
 * What a file is, before anything is done with it: its format, its dimensions and their codes, its periods, unit, flags, missing values,
 * gaps and duplicates, and what would be refused. {@link #toString()} tells it in plain lines.
 *
 * <p>For a tidy table the roles of the columns are a guess, and are told as one.
 */
public final class Inspection {

    private final InputFile file;
    private final Format format;
    private final List<String> header;
    private final int rows;
    private final Optional<ColumnRoles> roles;
    private final Optional<TidyWide> wide;
    private final Optional<Pairs> pairs;
    private final List<Observations> observations;
    private final List<InputException> refusals;

    private Inspection(InputFile file, Format format, Optional<Rows> table) {
        this.file = file;
        this.format = format;
        this.header = table.map(Rows::header).orElse(List.of());
        this.rows = table.map(Rows::size).orElse(0);
        this.roles = table.map(ColumnRoles::of);
        this.wide = roles.filter(guess -> guess.time().isEmpty()).flatMap(guess -> TidyWide.guess(table.orElseThrow()));
        this.pairs = format.pairs().map(reader -> reader.apply(file));
        List<InputException> refused = new ArrayList<>();
        this.observations = table.isPresent()
                ? tidy(table.get(), refused)
                : pairs.isPresent() ? List.of() : List.of(format.reader().read(file));
        this.refusals = List.copyOf(refused);
    }

    /** Looks into the file at this path. */
    public static Inspection of(Path path) {
        return of(InputFile.of(path));
    }

    /**
     * Looks into a file.
     *
     * @throws InputException E-FORMAT-001 for a format that is recognised but not read by this version; and what the readers refuse
     */
    public static Inspection of(InputFile file) {
        Format format = Format.of(file);
        Format.refuseUnread(format, file);
        return new Inspection(file, format, format == Format.TIDY ? Optional.of(Rows.read(file)) : Optional.empty());
    }

    /** Each value column on its own; what is refused is kept for the account. */
    private List<Observations> tidy(Rows table, List<InputException> refused) {
        ColumnRoles guess = roles.orElseThrow();
        List<Observations> read = new ArrayList<>();
        if (wide.isPresent()) {
            try {
                read.add(wide.get().read(table));
            } catch (InputException refusal) {
                refused.add(refusal);
            }
        } else if (!guess.time().isEmpty()) {
            for (String value : guess.values()) {
                try {
                    read.add(guess.tidy(value).read(table));
                } catch (InputException refusal) {
                    refused.add(refusal);
                }
            }
        } else {
            refused.addAll(noTime(table));
        }
        return List.copyOf(read);
    }

    /** Why the column that has the name of a time is none. */
    private static List<InputException> noTime(Rows table) {
        List<InputException> reasons = new ArrayList<>();
        for (String name : table.header()) {
            if (name.matches("(?i)time|year|date|month|period|quarter|time_period")) {
                try {
                    TimeColumn.of(table, List.of(name));
                } catch (InputException reason) {
                    reasons.add(reason);
                }
            }
        }
        return reasons;
    }

    /** What the file is. */
    public Format format() {
        return format;
    }

    /** The file's name, size and SHA-256. */
    public InputFile file() {
        return file;
    }

    /** The names of the columns of a tidy table; empty for a publisher's format. */
    public List<String> header() {
        return header;
    }

    /** What can be read: one cube for a publisher's format, one for each value column of a tidy table. */
    public List<Observations> observations() {
        return observations;
    }

    /** What can be read where the file has pairs of places and no periods. */
    public Optional<Pairs> pairs() {
        return pairs;
    }

    /** What would be refused, each with its place. */
    public List<InputException> refusals() {
        return refusals;
    }

    /** The lines that a study file needs to read this file; where several codes can be chosen, the first stands as an example. */
    public String dataBlock() {
        return observations.isEmpty() || wide.isPresent() ? "" : DataBlock.of(file.name(), format, roles, observations);
    }

    /** The account, in lines. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(file.name() + ": " + format.title() + " (" + format.id() + ")"
                + (file.isGzip() ? ", packed with gzip" : ""));
        lines.add("  " + file.bytes() + " bytes, SHA-256 " + file.sha256());
        if (roles.isPresent()) {
            lines.add("  " + rows + " rows, " + header.size() + " columns: " + Names.some(header));
            lines.add("  columns (a guess from names and contents): "
                    + wide.map(TidyWide::toString).orElse(roles.get().toString()));
        }
        if (!observations.isEmpty()) {
            lines.addAll(CubeAccount.of(observations));
        }
        pairs.ifPresent(table -> lines.addAll(PairsAccount.of(table)));
        refusals.forEach(refusal -> lines.add("  refused: " + refusal.line()));
        if (observations.isEmpty() && refusals.isEmpty() && pairs.isEmpty()) {
            lines.add(
                    "  nothing was read, because no column was found of "
                            + (roles.map(ColumnRoles::time).orElse(List.of()).isEmpty() ? "periods" : "figures")
                            + "; the table must have one row an observation; name its columns yourself (time, value, dimensions)");
        }
        if (!dataBlock().isEmpty()) {
            lines.add("  in a study file" + (roles.isPresent() ? " (check the guess):" : ":"));
            dataBlock().lines().forEach(line -> lines.add("    " + line));
        }
        return String.join("\n", lines);
    }
}
