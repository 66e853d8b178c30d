package org.migrationimpact.did;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.InputException;
import org.migrationimpact.impact.Aggregate;
import org.migrationimpact.impact.GroupTime;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.regression.Coefficient;

/**
 * What a design for staggered measures found: its headline, the effects by event time, cohort and period as far as the design knows them,
 * and their joint covariance. {@link EventStudy}, {@link SunAbraham}, {@link Imputation}, {@link TwoStage} and the others end in one.
 *
 * <p>Uniform bands are sup-t bands from the joint covariance.
 */
public final class AdoptionFit implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionFindings findings;
    private final AdoptionAccount account;

    AdoptionFit(AdoptionFindings findings, AdoptionAccount account) {
        this.findings = findings;
        this.account = account;
    }

    /** The one number of the design. */
    public Coefficient headline() {
        return joint().coefficient(findings.headline(), findings.headline().label());
    }

    /** The aggregations that the design knows, in order. */
    public List<Aggregation> aggregations() {
        return new ArrayList<>(findings.overall().keySet());
    }

    /**
     * The one number an aggregation comes to.
     *
     * @throws IllegalArgumentException where the design does not know it; the message lists those it knows
     */
    public Coefficient overall(Aggregation aggregation) {
        Combination one = findings.overall().get(aggregation);
        if (one == null) {
            throw new IllegalArgumentException(
                    account.design() + " has no aggregation " + aggregation.key() + "; it has "
                            + aggregations().stream().map(Aggregation::key).toList());
        }
        return joint().coefficient(one, aggregation.key());
    }

    /**
     * Effects brought together, with a band that holds the rows together.
     *
     * @throws IllegalArgumentException where the design does not know the aggregation; the message lists those it knows
     */
    public Aggregate aggregate(Aggregation aggregation) {
        Coefficient whole = overall(aggregation);
        List<Combination> rows = findings.rows().getOrDefault(aggregation, List.of());
        if (aggregation == Aggregation.SIMPLE) {
            return Aggregate.of(whole);
        }
        List<Optional<Interval>> bands = joint().uniform(rows);
        List<Aggregate.Row> made = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Combination one = rows.get(i);
            made.add(new Aggregate.Row(one.label(), joint().coefficient(one, one.label()), bands.get(i)));
        }
        return new Aggregate(aggregation.key(), GroupTimeFit.by(aggregation), made);
    }

    /** The effect on each cohort in each period; empty where the design does not tell them apart. */
    public List<GroupTime> effects() {
        return findings.cells();
    }

    /** Every coefficient: overall numbers, covariates, and what else the design estimates. */
    public List<Coefficient> terms() {
        List<Coefficient> terms = new ArrayList<>();
        aggregations().forEach(aggregation -> terms.add(overall(aggregation)));
        if (!findings.overall().containsValue(findings.headline())) {
            terms.add(0, headline());
        }
        findings.others().forEach(one -> terms.add(joint().coefficient(one, one.label())));
        return terms;
    }

    /**
     * The effects by event time with their covariance, for {@link PreTrend} and {@link HonestBounds}.
     *
     * @throws InputException E-DID-030 where the design measures them from no common period
     */
    public EventStudyEstimates eventStudy() {
        if (findings.reference().isEmpty()) {
            throw new InputException(
                    "E-DID-030",
                    account.design()
                            + " does not measure its effects by event time from one period, so trends before cannot be drawn on; take event-study, sun-abraham or group-time");
        }
        List<Combination> rows = joint().estimated(findings.rows().getOrDefault(Aggregation.DYNAMIC, List.of()));
        return new EventStudyEstimates(
                rows.stream().mapToInt(row -> Integer.parseInt(row.label())).toArray(),
                rows.stream().mapToDouble(Combination::estimate).toArray(),
                joint().covariance(rows),
                findings.reference().get(),
                BasePeriod.UNIVERSAL);
    }

    /** The joint test that every effect before treatment is 0; empty where there is none, or too many for the units there are. */
    public Optional<PreTest> preTest() {
        List<Combination> before = joint().estimated(findings.before());
        double[] estimates = before.stream().mapToDouble(Combination::estimate).toArray();
        return Wald.of(estimates, joint().covariance(before))
                .map(wald -> new PreTest(wald.statistic(), wald.degreesOfFreedom(), wald.pValue()));
    }

    /** The same as the one result that every design of this library ends in. */
    public Impact impact() {
        return new AdoptionImpact(this).impact();
    }

    AdoptionAccount account() {
        return account;
    }

    private JointEffects joint() {
        return findings.joint();
    }

    /** The result in words and numbers. */
    @Override
    public String toString() {
        return impact().summary();
    }

    /** An empty table of combinations by aggregation, in their order. */
    static <T> Map<Aggregation, T> table() {
        return new EnumMap<>(Aggregation.class);
    }
}
