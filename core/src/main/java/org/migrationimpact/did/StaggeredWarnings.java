package org.migrationimpact.did;

import java.util.Optional;
import org.migrationimpact.data.Warning;

/** Warnings that several designs give in the same words. */
final class StaggeredWarnings {

    private StaggeredWarnings() {}

    /** Cohorts that are left out because nothing is known of them before treatment. */
    static Optional<Warning> withoutBase(Timing timing) {
        if (timing.withoutBase().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Warning(
                "W-DID-001",
                "the cohorts " + Listing.of(timing.withoutBase()) + " have no period before treatment"
                        + (timing.anticipation() > 0 ? " and its anticipation" : "")
                        + " in the data and are in no effect"));
    }

    /** A regression on event times mixes cohorts. */
    static Optional<Warning> mixedCohorts(Timing timing) {
        int cohorts = timing.studied().size();
        return cohorts < 2
                ? Optional.empty()
                : Optional.of(
                        new Warning(
                                "W-DID-030",
                                cohorts
                                        + " cohorts share one effect for each event time; where effects differ between cohorts each is mixed with those of other event times, and the effects before treatment are no test (Sun and Abraham 2021): compare with sun-abraham, imputation or group-time"));
    }

    /** Errors that rest on few units or clusters. */
    static Optional<Warning> fewGroups(AdoptionPanel panel, int groups) {
        return groups >= GroupTimeImpact.FEW_GROUPS
                ? Optional.empty()
                : Optional.of(
                        new Warning(
                                "W-DID-003",
                                "the errors rest on " + groups + " "
                                        + (panel.clusterName().isEmpty()
                                                ? "units"
                                                : "clusters by " + AdoptionRows.cluster(panel))
                                        + "; with so few, 95 % intervals hold the truth less often than they say (docs/COVERAGE.md)"));
    }
}
