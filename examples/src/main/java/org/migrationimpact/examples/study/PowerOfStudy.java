package org.migrationimpact.examples.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.migrationimpact.assess.Power;
import org.migrationimpact.assess.PowerCurve;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Series;
import org.migrationimpact.report.PowerJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code power STUDY.yaml}: how large an effect must be to show, by the number of periods after the measure. */
@Command(
        name = "power",
        description = "Tells how large an effect a study could show, from the periods before the measure alone.",
        mixinStandardHelpOptions = true)
public final class PowerOfStudy implements Callable<Integer> {
    private static final int MOST = 600;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "STUDY.yaml", description = "The study file; its data may end before the measure begins.")
    private Path file;

    @Option(
            names = "--periods",
            paramLabel = "N",
            split = ",",
            defaultValue = "6,12,18,24,36,48",
            description = "Periods after the measure; ${DEFAULT-VALUE} unless given.")
    private List<Integer> periods = List.of();

    @Option(
            names = "--effect",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "Tell too after how many of these periods, at most the largest, such an effect shows.")
    private double effect;

    @Option(names = "--json", description = "Print the table as JSON, and nothing else.")
    private boolean json;

    private PowerOfStudy() {}

    @Override
    public Integer call() {
        requireRange();
        Study study = Study.read(file);
        Asked asked = asked(study);
        Series outcome = asked.subject().outcome();
        Power power = Power.of(asked.method()).seeded(study.seed());
        PowerCurve curve = power.over(outcome, periods.stream().mapToInt(n -> n).toArray());
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? PowerJson.of(curve).withSeed(study.seed()).text() : curve + asked(power, outcome));
        out.flush();
        return 0;
    }

    private static Asked asked(Study study) {
        if (study.design() instanceof SeriesDesign design) {
            return design.asked(study, Reading.of(study.data()));
        }
        throw new InputException(
                "E-POWER-004",
                "power is computed for designs that ask what changed in one series, such as interrupted-time-series;"
                        + " the study names another");
    }

    private void requireRange() {
        boolean outside = periods.stream().anyMatch(n -> n < 1 || n > MOST);
        if (outside || !(effect >= 0 && effect <= 1e6) || (json && effect > 0)) {
            throw new InputException(
                    "E-POWER-003",
                    outside
                            ? "--periods are 1 to " + MOST + ", got " + periods
                            : json && effect > 0
                                    ? "--effect is answered in words; leave out --json, whose rows tell the same"
                                    : "--effect is more than 0 per cent, got " + effect);
        }
    }

    private String asked(Power power, Series outcome) {
        if (effect == 0) {
            return "";
        }
        int most = periods.stream().mapToInt(n -> n).max().orElseThrow();
        OptionalInt fewest = power.periodsUntil(effect, outcome, most);
        String within = outcome.frequency().count(most);
        return fewest.isPresent()
                ? "An effect of " + effect + " % shows after "
                        + outcome.frequency().count(fewest.getAsInt()) + "\n"
                : "An effect of " + effect + " % does not show within " + within + "\n";
    }
}
