package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Optional;
import org.migrationimpact.breaks.Trimming;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.BreakFindings;
import org.migrationimpact.impact.BreakSearch;
import org.migrationimpact.impact.BreakSearch.Regressors;

/** The options of {@code breakpoints}. */
record BreakpointsStudy(Regressors regressors, Trimming trimming, int most) implements StudyDesign {

    static BreakpointsStudy of(Block options) {
        return new BreakpointsStudy(
                options.text("regressors")
                        .map(text -> text.choice("regressors", List.of(Regressors.values())))
                        .orElse(Regressors.MEAN),
                options.text("trim").map(BreakpointsStudy::trimming).orElse(Trimming.USUAL),
                options.text("max").map(text -> (int) text.whole("max", 1, 100)).orElse(5));
    }

    /** A share below one half, or from 1 on a number of periods. */
    private static Trimming trimming(Text text) {
        if (text.isWhole()) {
            return Trimming.periods((int) text.whole("trim, as a number of periods,", 1, 100_000));
        }
        double share = text.share("trim, as a share,");
        if (share >= 0.5) {
            throw text.place()
                    .refusal(
                            "E-STUDY-080",
                            "trim, as a share, must lie between 0 and 0.5, so that two regimes have room; got "
                                    + text.text());
        }
        return Trimming.share(share);
    }

    @Override
    public Answer answer(Study study, Reading reading) {
        Begin begin = new Begin(study.data(), study.treatment(), reading.figures());
        Observations all = reading.figures().outcome();
        Optional<Text> unit = begin.unit(all);
        Subjects subjects = new Subjects(study, reading.figures(), all, unit);
        Series series = subjects.subject().outcome();
        BreakFindings findings = search(study.confidence()).find(series);
        List<Period> dates = study.treatment().start() instanceof Treatment.Unsaid
                ? List.of()
                : begin.onset(unit, series.frequency()).in(series.frequency());
        return new BreaksAnswer(
                study,
                (BreakFindings) Reading.whole(findings.near(dates), subjects.cube()),
                subjects.cube().source(),
                reading.digest());
    }

    private BreakSearch search(double confidence) {
        BreakSearch search = regressors == Regressors.MEAN ? BreakSearch.ofMean() : BreakSearch.ofTrend();
        return search.trimmed(trimming).atMost(most).withConfidence(confidence);
    }

    @Override
    public boolean needsStart() {
        return false;
    }
}
