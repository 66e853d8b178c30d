package org.migrationimpact.examples.study;

import java.util.ArrayList;
import java.util.List;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Warning;
import org.migrationimpact.examples.SlowReading;
import org.migrationimpact.impact.Result;
import org.migrationimpact.quality.Concern;
import org.migrationimpact.quality.DataQuality;
import org.migrationimpact.report.FileDigest;
import org.migrationimpact.table.InputFile;

/**
 * The file of a study, read.
 *
 * @param figures its columns
 * @param digest which file it was
 */
record Reading(Figures figures, FileDigest digest) {

    /** Reads the data of a study. */
    static Reading of(DataBlock data) {
        InputFile file = file(data);
        return new Reading(Figures.of(data, file), new FileDigest(file.name(), file.bytes(), file.sha256()));
    }

    private static InputFile file(DataBlock data) {
        try {
            return SlowReading.told(InputFile.of(data.path()));
        } catch (InputException e) {
            throw data.file().place().refusal(e);
        }
    }

    /** The result with the sample counted from the rows of the file, and with what must be known of how the file was read. */
    static Result whole(Result result, Observations cube) {
        List<Warning> warnings = new ArrayList<>(cube.notes());
        warnings.addAll(result.warnings());
        if (warnings.stream().noneMatch(warning -> warning.code().startsWith("W-ROUNDING"))) {
            DataQuality.rounding(cube).map(Concern::warning).ifPresent(warnings::add);
        }
        return result.with(cube.audit().then(result.sample())).with(warnings);
    }
}
