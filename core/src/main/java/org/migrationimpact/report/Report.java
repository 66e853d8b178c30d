package org.migrationimpact.report;

import java.util.List;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;
import tech.tablesaw.api.Table;

/**
 * What is reported, before it is laid out: findings with their figures, further tables, the sources of the data, and warnings about the
 * whole.
 */
public final class Report {

    private final String title;
    private final String question;
    private final double confidence;
    private final List<Finding> findings;
    private final List<Table> tables;
    private final List<Source> sources;
    private final List<Warning> warnings;

    private Report(
            String title,
            String question,
            double confidence,
            List<Finding> findings,
            List<Table> tables,
            List<Source> sources,
            List<Warning> warnings) {
        this.title = title;
        this.question = question;
        this.confidence = confidence;
        this.findings = findings;
        this.tables = tables;
        this.sources = sources;
        this.warnings = warnings;
    }

    /** An empty report with this title; {@code question} says in a sentence what it is about. Intervals of 95 %. */
    public static Report titled(String title, String question) {
        return new Report(title, question, TidyTable.CONFIDENCE, List.of(), List.of(), List.of(), List.of());
    }

    /** With intervals of this confidence, between 0 and 1. */
    public Report withConfidence(double level) {
        return new Report(title, question, Interval.requireLevel(level), findings, tables, sources, warnings);
    }

    /** With one more finding. */
    public Report with(Finding finding) {
        return new Report(title, question, confidence, Finding.and(findings, finding), tables, sources, warnings);
    }

    /** With one more table; its name becomes the caption. */
    public Report with(Table table) {
        return new Report(title, question, confidence, findings, Finding.and(tables, table.copy()), sources, warnings);
    }

    /** With one more source of data. */
    public Report with(Source source) {
        return new Report(title, question, confidence, findings, tables, Finding.and(sources, source), warnings);
    }

    /** With one more warning about the whole. */
    public Report with(Warning warning) {
        return new Report(title, question, confidence, findings, tables, sources, Finding.and(warnings, warning));
    }

    /** The title. */
    public String title() {
        return title;
    }

    /** What it is about, in a sentence. */
    public String question() {
        return question;
    }

    /** The confidence of its intervals. */
    public double confidence() {
        return confidence;
    }

    /** The questions with their answers. */
    public List<Finding> findings() {
        return findings;
    }

    /** Further tables. */
    public List<Table> tables() {
        return tables.stream().map(Table::copy).toList();
    }

    /** Where the data come from. */
    public List<Source> sources() {
        return sources;
    }

    /** What a reader must know about the whole. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** Title, question, and how much it holds. */
    @Override
    public String toString() {
        return title + "\n" + question + "\n" + findings.size() + (findings.size() == 1 ? " finding, " : " findings, ")
                + tables.size() + " further " + (tables.size() == 1 ? "table, " : "tables, ") + sources.size()
                + (sources.size() == 1 ? " source" : " sources");
    }
}
