package org.migrationimpact.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.migrationimpact.data.BorderType;
import org.migrationimpact.data.Route;
import org.migrationimpact.data.Spelling;

/** The lines of the monthly detections that belong to a route: its labels and its border types. */
record FrontexLine(List<String> labels, List<BorderType> types) {

    private static final Pattern SERIES = Pattern.compile("(.+) / (Sea|Land|Sea\\+Land)");
    private static final Pattern SUFFIX = Pattern.compile(" route$");

    /** Empty where Frontex has no line for the route. */
    static Optional<FrontexLine> of(Route route) {
        Matcher series = SERIES.matcher(route.measured().frontexSeries());
        return series.matches() ? Optional.of(read(series, route)) : Optional.empty();
    }

    private static FrontexLine read(Matcher series, Route route) {
        return new FrontexLine(
                Stream.concat(Stream.of(series.group(1)), route.measured().frontexLabels().stream())
                        .map(FrontexLine::key)
                        .toList(),
                Arrays.stream(series.group(2).split("\\+", -1))
                        .map(BorderType::of)
                        .toList());
    }

    boolean matches(String label, BorderType type) {
        return types.contains(type) && labels.contains(key(label));
    }

    private static String key(String label) {
        return SUFFIX.matcher(Spelling.key(label)).replaceFirst("");
    }
}
