package org.migrationimpact.examples.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.migrationimpact.assess.CheckResult;
import org.migrationimpact.assess.VintageRange;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Revisions;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Status;
import org.migrationimpact.report.FileDigest;
import org.migrationimpact.report.Finding;
import org.migrationimpact.report.TidyTable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * One study on two issues of its file.
 *
 * @param answer from the study's own file, with what must be known of the other one among its warnings
 * @param other the answer from the other file
 * @param revisions of the cells that the study used, from its own file to the other one
 * @param range whether the answer depends on the edition
 */
record Editions(SeriesAnswer answer, SeriesAnswer other, Revisions revisions, CheckResult range) {

    /** Answers the study on its own file and on this one. */
    static Editions of(Study study, Path vintage) {
        SeriesAnswer own = ofSeries(study);
        SeriesAnswer other = answer(study.over(vintage), vintage);
        requireOneUnit(own, other);
        Revisions revisions = Revisions.between(used(own), used(other));
        CheckResult range = VintageRange.between(own.result(), other.result());
        return new Editions(own.warning(warnings(other, revisions, range)), other, revisions, range);
    }

    private static SeriesAnswer ofSeries(Study study) {
        if (study.design() instanceof SeriesDesign design) {
            return design.answer(study, Reading.of(study.data()));
        }
        throw new InputException(
                "E-VINTAGE-002",
                "--vintage compares two estimates of what changed in one series, and this design is none of one series;"
                        + " leave --vintage out, or take a design such as interrupted-time-series");
    }

    /** The answer from the other file; a refusal says that it is that file which cannot answer. */
    private static SeriesAnswer answer(Study study, Path vintage) {
        String where = "with the other edition " + StudyText.name(vintage) + ": ";
        try {
            return ofSeries(study);
        } catch (InputException refusal) {
            throw new InputException(refusal.code(), where + refusal.getMessage());
        } catch (DataException refusal) {
            throw new DataException(refusal.code(), where + refusal.getMessage());
        }
    }

    private static void requireOneUnit(SeriesAnswer own, SeriesAnswer other) {
        String here = own.outcome().unit();
        String there = other.outcome().unit();
        if (!here.equals(there) || own.outcome().frequency() != other.outcome().frequency()) {
            throw new DataException(
                    "E-VINTAGE-001",
                    "the study's file is by " + own.outcome().frequency().noun() + " in '" + here
                            + "', the other edition by "
                            + other.outcome().frequency().noun() + " in '" + there
                            + "'; two editions can be compared in one frequency and one unit only");
        }
    }

    /** What lies in the window of the study. */
    private static Series used(SeriesAnswer answer) {
        List<EffectPath.Point> points = answer.result().path().points();
        return answer.outcome()
                .between(points.get(0).period(), points.get(points.size() - 1).period());
    }

    private static List<Warning> warnings(SeriesAnswer other, Revisions revisions, CheckResult range) {
        List<Warning> warnings = new ArrayList<>();
        if (range.status() == Status.FAILED) {
            warnings.add(new Warning("W-VINTAGE-001", "against " + other.input().file() + " " + range.reason()));
        }
        if (isRevised(revisions)) {
            warnings.add(new Warning(
                    "W-VINTAGE-002",
                    "between this edition and " + other.input().file() + ", of the cells that were used "
                            + counts(revisions)));
        }
        return warnings;
    }

    private static boolean isRevised(Revisions revisions) {
        return revisions.values().size()
                        + revisions.flags().size()
                        + revisions.onlyBefore().size()
                        + revisions.onlyAfter().size()
                > 0;
    }

    private static String counts(Revisions revisions) {
        return revisions.common() + " are in both, " + revisions.values().size() + " of them with another value and "
                + revisions.flags().size() + " with other flags; "
                + revisions.onlyBefore().size()
                + " are in this edition only, " + revisions.onlyAfter().size() + " in the other only";
    }

    /** Both files. */
    List<FileDigest> inputs() {
        return List.of(answer.input(), other.input());
    }

    /** Both estimates, and every revised cell, as CSV by the name of the file. */
    Map<String, String> tables() {
        List<Impact> both = List.of(answer.result(), other.result());
        Table estimates = TidyTable.effects(both, answer.study().confidence())
                .insertColumn(0, StringColumn.create("file", inputs().stream().map(FileDigest::file)));
        return Map.of(
                "editions.csv", TidyTable.csv(estimates),
                "revisions.csv", TidyTable.csv(TidyTable.revisions(revisions)));
    }

    /** The finding with what was found of the editions. */
    Finding in(Finding finding) {
        List<CheckResult> checks = new ArrayList<>(finding.checks());
        checks.add(range);
        return new Finding(finding.question(), finding.verdicts(), finding.results(), checks, finding.figures());
    }

    /** Both answers side by side, and how many of the cells used are revised. */
    @Override
    public String toString() {
        double confidence = answer.study().confidence();
        return answer.input().file() + ": " + answer.result().effect().sentence(confidence) + "\n"
                + other.input().file() + ": " + other.result().effect().sentence(confidence) + "\n"
                + "Of the cells that were used " + counts(revisions) + "\n" + range + "\n";
    }
}
