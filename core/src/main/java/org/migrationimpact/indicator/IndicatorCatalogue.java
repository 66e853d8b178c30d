package org.migrationimpact.indicator;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationimpact.data.Confidence;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.ResourceTable;
import org.migrationimpact.data.Spelling;
import org.migrationimpact.measure.Objective;

/**
 * A catalogue of indicators, and questions to it. Every question gives a new, smaller catalogue in the same order.
 *
 * <p>What can be counted for the transfer of remittances (objective j7), and which of it are flows:
 *
 * <pre>{@code IndicatorCatalogue.standard().objective(Objective.J7).counted(Counted.FLOW)}</pre>
 */
public final class IndicatorCatalogue implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final List<Indicator> indicators;

    private IndicatorCatalogue(List<Indicator> indicators) {
        this.indicators = List.copyOf(indicators);
    }

    /** The 149 indicators that come with this library, by id. */
    public static IndicatorCatalogue standard() {
        return Table.STANDARD;
    }

    /**
     * A catalogue of these indicators.
     *
     * @throws InputException E-INDICATOR-002 if two have the same id
     */
    public static IndicatorCatalogue of(List<Indicator> indicators) {
        Set<String> ids = new HashSet<>();
        for (Indicator indicator : indicators) {
            if (!ids.add(indicator.id())) {
                throw new InputException(
                        "E-INDICATOR-002",
                        "two indicators have the id " + indicator.id() + "; give one of them another id");
            }
        }
        return new IndicatorCatalogue(indicators);
    }

    /**
     * This catalogue and indicators of your own.
     *
     * @throws InputException E-INDICATOR-002 if two have the same id
     */
    public IndicatorCatalogue with(Indicator... own) {
        return of(Stream.concat(indicators.stream(), Arrays.stream(own)).toList());
    }

    /** The indicators. */
    public List<Indicator> all() {
        return indicators;
    }

    /** How many there are. */
    public int size() {
        return indicators.size();
    }

    /**
     * The indicator of this id.
     *
     * @throws InputException E-INDICATOR-001 if there is none, naming those with a similar id
     */
    public Indicator get(String id) {
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private InputException unknown(String id) {
        List<String> ids = indicators.stream().map(Indicator::id).toList();
        return new InputException(
                "E-INDICATOR-001",
                Spelling.quoted(id) + " is no indicator of this catalogue of " + size() + "; the nearest ids are "
                        + String.join(", ", Spelling.nearest(id, ids)));
    }

    /** Those that speak to the objective. */
    public IndicatorCatalogue objective(Objective objective) {
        return only(indicator -> indicator.paragraphs().contains(objective.code()));
    }

    /**
     * Those that speak to the paragraph: {@code f11}, or {@code m}.
     *
     * @throws InputException E-OBJECTIVE-001 for a code of two letters or more that is none
     */
    public IndicatorCatalogue paragraph(String code) {
        String wanted = code.length() == 1 ? code : Objective.of(code).code();
        return only(indicator -> indicator.paragraphs().contains(wanted));
    }

    /** Those of this kind. */
    public IndicatorCatalogue counted(Counted counted) {
        return only(indicator -> indicator.definition().counted() == counted);
    }

    /** Those whose publishers name this one, such as {@code Eurostat}; case does not matter. */
    public IndicatorCatalogue publisher(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return only(indicator ->
                indicator.publication().publishers().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Those that are in the table of this code, such as {@code migr_eirtn} or {@code PA.NUS.PPP}. */
    public IndicatorCatalogue dataset(String code) {
        return only(indicator -> indicator.publication().datasets().stream()
                .anyMatch(dataset -> dataset.equals(code) || dataset.startsWith(code + " ")));
    }

    private IndicatorCatalogue only(Predicate<Indicator> wanted) {
        return new IndicatorCatalogue(indicators.stream().filter(wanted).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndicatorCatalogue catalogue && indicators.equals(catalogue.indicators);
    }

    @Override
    public int hashCode() {
        return indicators.hashCode();
    }

    /** How many indicators, then one a line. */
    @Override
    public String toString() {
        return Stream.concat(
                        Stream.of(size() + (size() == 1 ? " indicator" : " indicators")),
                        indicators.stream().map(Indicator::toString))
                .collect(Collectors.joining("\n"));
    }

    /** The indicators of {@code indicators.csv}, read once when first asked for. */
    private static final class Table {

        private static final IndicatorCatalogue STANDARD = of(ResourceTable.read(
                        IndicatorCatalogue.class,
                        "indicators.csv",
                        "id",
                        "name",
                        "paragraphs",
                        "counts",
                        "formula",
                        "unit",
                        "frequency",
                        "source",
                        "dataset",
                        "transform",
                        "desired_sign",
                        "caveat",
                        "confidence")
                .stream()
                .map(Table::indicator)
                .toList());

        private static Indicator indicator(ResourceTable.Row row) {
            Counted counted = Counted.valueOf(row.text("counts").toUpperCase(Locale.ROOT));
            return new Indicator(
                    row.text("id"),
                    row.text("name"),
                    row.list("paragraphs", ';'),
                    new Indicator.Definition(row.text("formula"), row.text("unit"), counted),
                    new Indicator.Publication(row.text("source"), datasets(row.text("dataset")), row.text("frequency")),
                    new Indicator.Reading(row.text("transform"), row.text("desired_sign"), row.text("caveat")),
                    Confidence.of(row.text("confidence")));
        }

        /** Codes are separated by semicolons, slashes between blanks, or brackets with a remark behind them. */
        private static List<String> datasets(String cell) {
            return Arrays.stream(cell.split(";| / "))
                    .map(code -> code.replaceFirst("\\s*\\(.*", "").strip())
                    .filter(code -> !code.isEmpty())
                    .toList();
        }
    }
}
