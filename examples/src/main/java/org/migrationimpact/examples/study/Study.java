package org.migrationimpact.examples.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study file, checked as far as that is possible without the data.
 *
 * @param text the file itself
 * @param data which figures
 * @param treatment who is treated, and from when
 * @param design how the question is answered
 * @param seed of whatever is drawn at random
 * @param confidence of every interval, such as 0.95
 */
record Study(StudyText text, DataBlock data, Treatment treatment, StudyDesign design, long seed, double confidence) {

    private static final List<String> KEYS = List.of("data", "treatment", "design", "options", "seed", "confidence");

    /** Reads and checks the study file at this path. */
    static Study read(Path path) {
        StudyText text = StudyText.read(path);
        Path folder = path.toAbsolutePath().getParent();
        return of(text, folder == null ? path : folder);
    }

    /** The same question asked of another file. */
    Study over(Path file) {
        return new Study(text, data.over(file), treatment, design, seed, confidence);
    }

    private static Study of(StudyText text, Path folder) {
        Block study = YamlTree.read(text).allowing(KEYS);
        DesignName name =
                DesignName.of(study.requireText("design", "the design that answers, such as interrupted-time-series"));
        long seed = study.text("seed")
                .map(seedText -> seedText.whole("seed", 0, Long.MAX_VALUE))
                .orElse(1L);
        Block options = study.block("options").orElse(new Block(study.placeOf("options"), "options", Map.of()));
        StudyDesign design = StudyDesign.of(name, options, seed);
        DataBlock data = DataBlock.of(
                study.block("data").orElseThrow(() -> study.lacking("'data', the file and its columns")), folder);
        requireUse(data, name, design);
        return new Study(
                text,
                data,
                treatment(study, name, design),
                design,
                seed,
                study.text("confidence").map(share -> share.share("confidence")).orElse(0.95));
    }

    private static Treatment treatment(Block study, DesignName name, StudyDesign design) {
        Optional<Block> given = study.block("treatment");
        Treatment treatment = design.needsStart()
                ? Treatment.of(given.orElseThrow(() -> study.lacking("'treatment', who is treated and from when")))
                : given.map(Treatment::withoutStart)
                        .orElse(new Treatment(List.of(), new Treatment.Unsaid(study.placeOf("design"))));
        return design.takesSeveralUnits() ? treatment : treatment.ofOneUnit(name);
    }

    private static void requireUse(DataBlock data, DesignName name, StudyDesign design) {
        if (!data.covariates().isEmpty() && !design.takesCovariates()) {
            throw data.covariates()
                    .get(0)
                    .place()
                    .refusal(
                            "E-STUDY-035",
                            name + " uses no covariates; leave them out, or take interrupted-time-series");
        }
        if (data.weight().isPresent() && !design.takesWeight()) {
            throw data.weight()
                    .get()
                    .place()
                    .refusal("E-STUDY-029", "data has 'weight', which " + name + " does not use; leave it out");
        }
        if (data.exposure().isPresent() && !design.takesExposure()) {
            throw data.exposure()
                    .get()
                    .place()
                    .refusal(
                            "E-STUDY-054",
                            "data has 'exposure', which interrupted-time-series uses with errors: poisson or negative-binomial only;"
                                    + " leave it out, or add one of these errors");
        }
    }
}
