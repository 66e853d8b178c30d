package org.migrationimpact.assess;

/**
 * How far a result may be believed as an effect of the measure.
 *
 * <p>The design gives steps, after the Maryland scientific methods scale: 1 for before and after alone, 2 for a series against its own
 * trend and season, one more where series that the measure did not concern stood the test at the same date. Each failed check takes
 * steps away, and so does a series that carries a break or rests on few periods: see {@link Ingredient}. What is left is the grade.
 *
 * <p>Sources: Sherman and others (1997), Preventing Crime, chapter 2; the deductions follow the GRADE approach, Guyatt and others
 * (2008), doi:10.1136/bmj.39489.470347.AD.
 */
public enum EvidenceGrade {
    /** 0 steps: what is seen can as well have another cause. */
    NOT_CREDIBLE("not credible as an effect of the measure alone"),
    /** 1 step: a description; an effect is one of several readings. */
    WEAK("weak evidence"),
    /** 2 steps: a series against its own past, with nothing found against it; no comparison. */
    LIMITED("limited evidence"),
    /** 3 steps: the same, and a comparison stood the test. */
    MODERATE("moderate evidence"),
    /** 4 steps or more: strong evidence needs a design with a comparison built in, and nothing found against it. */
    STRONG("strong evidence");

    private final String words;

    EvidenceGrade(String words) {
        this.words = words;
    }

    /** The grade in words. */
    public String words() {
        return words;
    }

    /** The grade for so many steps. */
    static EvidenceGrade of(int steps) {
        return values()[Math.max(0, Math.min(values().length - 1, steps))];
    }
}
