package org.migrationimpact.examples.study;

import java.util.Optional;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.examples.SlowReading;
import org.migrationimpact.impact.Method;
import org.migrationimpact.table.InputFile;

/**
 * A study whose data have been read: what is asked, by which design, of which series.
 *
 * @param file the file of the figures
 * @param subjects the series of the study
 * @param subject the one that is asked about, with what stands beside it
 * @param method the design with every option
 */
record Asked(InputFile file, Subjects subjects, Subject subject, Method method) {

    /** Reads the data of the study. */
    static Asked of(Study study) {
        InputFile file = file(study.data());
        Figures figures = Figures.of(study.data(), file);
        Observations all = figures.outcome();
        Begin begin = new Begin(study.data(), study.treatment(), figures);
        Optional<Text> unit = begin.unit(all);
        Subjects subjects = new Subjects(study, figures, all, unit);
        Subject subject = subjects.subject();
        Method method = study.design()
                .method(subject, begin.onset(unit, subject.outcome().frequency()));
        return new Asked(file, subjects, subject, method);
    }

    private static InputFile file(DataBlock data) {
        try {
            return SlowReading.told(InputFile.of(data.path()));
        } catch (InputException e) {
            throw data.file().place().refusal(e);
        }
    }
}
