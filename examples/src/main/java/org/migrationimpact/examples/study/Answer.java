package org.migrationimpact.examples.study;

import java.util.Map;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.data.Source;
import org.migrationimpact.impact.Result;
import org.migrationimpact.report.FileDigest;
import tech.tablesaw.api.Table;

/** The answer to a study, and how it is shown. */
sealed interface Answer permits SeriesAnswer, BreaksAnswer, PanelAnswer {

    /** Reads the data of the study and computes its answer. */
    static Answer to(Study study) {
        return study.design().answer(study, Reading.of(study.data()));
    }

    /** The question. */
    Study study();

    /** What was found; its sample counts from the rows of the file. */
    Result result();

    /** Of the figures. */
    Source source();

    /** The file they are from. */
    FileDigest input();

    /** The headline in one sentence. */
    String headline();

    /** The charts by the name of their file, the one for the report first. */
    Map<String, Chart> charts();

    /** What the first chart shows. */
    String caption();

    /** The tables by the name of their file. */
    Map<String, Table> tables();
}
