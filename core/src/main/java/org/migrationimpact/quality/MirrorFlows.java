package org.migrationimpact.quality;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.migrationimpact.data.CommonCells;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Revisions;

/**
 * What two sides say of the same flows, side by side: the origin counts who leaves, the destination counts who comes, and both should be one
 * number. Nothing is corrected and no side is preferred.
 *
 * <pre>{@code
 * MirrorFlows mirror = MirrorFlows.of(emigrationByOrigin, immigrationByDestination);
 * }</pre>
 *
 * <p>With {@code a} from the origin and {@code b} from the destination, the asymmetry is {@code (a - b) / (a + b)}: 0 where both agree, 1
 * where only the origin counts any, -1 where only the destination does. The log ratio is {@code ln(a / b)}, the only symmetric and
 * additive measure of a relative difference: Törnqvist, Vartia and Vartia (1985), The American Statistician 39, 43-46,
 * doi:10.1080/00031305.1985.10479385. For why the two sides differ (definitions of duration, registration, coverage): Raymer and
 * others (2013), Journal of the American Statistical Association 108, 801-819, doi:10.1080/01621459.2013.789435.
 *
 * @param quantities what the origin counts, and what the destination counts
 * @param unit the unit of both
 * @param dimensions the dimensions that both have; the codes of a cell are in this order
 * @param flows every cell that both have a row for, in the order of the destination's table
 * @param onlyOrigin the cells for which only the origin has a row
 * @param onlyDestination the cells for which only the destination has a row
 */
public record MirrorFlows(
        List<String> quantities,
        String unit,
        List<String> dimensions,
        List<Flow> flows,
        List<Revisions.Cell> onlyOrigin,
        List<Revisions.Cell> onlyDestination) {

    /**
     * One flow in one period, as both sides give it.
     *
     * @param codes one code a dimension
     * @param period when
     * @param origin what the origin says; {@code NaN} where it has no figure
     * @param destination what the destination says; {@code NaN} where it has no figure
     * @param originFlags why the origin has no figure, and what else it says of it
     * @param destinationFlags the same of the destination
     */
    public record Flow(
            List<String> codes,
            Period period,
            double origin,
            double destination,
            Set<Flag> originFlags,
            Set<Flag> destinationFlags) {

        public Flow {
            codes = List.copyOf(codes);
        }

        /** Whether both sides have a figure. */
        public boolean isComplete() {
            return !Double.isNaN(origin) && !Double.isNaN(destination);
        }

        /**
         * {@code (a - b) / (a + b)}, from -1 to 1; 0 where both say 0, {@code NaN} where a side has no figure.
         */
        public double asymmetry() {
            return MirrorFlows.asymmetry(origin, destination);
        }

        /** {@code ln(a / b)}; infinite where one side alone says 0, {@code NaN} where both do or a side has no figure. */
        public double logRatio() {
            return Math.log(origin / destination);
        }

        @Override
        public String toString() {
            return String.join(", ", codes) + (codes.isEmpty() ? "" : " in ") + period + ": "
                    + told(origin, originFlags) + " by the origin, " + told(destination, destinationFlags)
                    + " by the destination"
                    + (isComplete() ? String.format(Locale.ROOT, ", asymmetry %.2f", asymmetry()) : "");
        }

        private static String told(double value, Set<Flag> flags) {
            return Double.isNaN(value)
                    ? "no figure ("
                            + String.join(
                                    ", ", flags.stream().map(Flag::meaning).toList()) + ")"
                    : CoverageBreak.plain(value);
        }
    }

    public MirrorFlows {
        quantities = List.copyOf(quantities);
        dimensions = List.copyOf(dimensions);
        flows = List.copyOf(flows);
        onlyOrigin = List.copyOf(onlyOrigin);
        onlyDestination = List.copyOf(onlyDestination);
    }

    /**
     * Sets both sides beside each other, cell by cell.
     *
     * @param origin what the origins say; the dimensions are those of the other table, in any order
     * @param destination what the destinations say of the same
     * @throws DataException E-MIRROR-001 where the units differ, E-MIRROR-002 where a flow is below 0, E-REVISION-001 and E-REVISION-002 as
     *     {@link CommonCells#of}
     */
    public static MirrorFlows of(Observations origin, Observations destination) {
        if (!origin.unit().equals(destination.unit())) {
            throw new DataException(
                    "E-MIRROR-001",
                    "the origin's " + origin.quantity() + " is in '" + origin.unit() + "', the destination's "
                            + destination.quantity() + " in '" + destination.unit()
                            + "'; mirror flows need one unit: convert one side");
        }
        CommonCells cells = CommonCells.of(origin, destination);
        return new MirrorFlows(
                List.of(origin.quantity(), destination.quantity()),
                origin.unit(),
                cells.dimensions(),
                cells.common().stream().map(MirrorFlows::flow).toList(),
                cells.onlyFirst(),
                cells.onlySecond());
    }

    private static Flow flow(CommonCells.Both both) {
        requireFlow("origin", both.first());
        requireFlow("destination", both.second());
        return new Flow(
                both.cell().codes(),
                both.cell().period(),
                both.first().value(),
                both.second().value(),
                both.first().flags(),
                both.second().flags());
    }

    private static void requireFlow(String side, Observation observation) {
        if (observation.value() < 0) {
            throw new DataException(
                    "E-MIRROR-002",
                    "the " + side + " says " + observation
                            + "; a flow is 0 or more, and an asymmetry of anything else has no meaning: compare flows, not balances");
        }
    }

    private static double asymmetry(double a, double b) {
        return a == 0 && b == 0 ? 0 : (a - b) / (a + b);
    }

    /** The flows for which both sides have a figure. */
    public List<Flow> complete() {
        return flows.stream().filter(Flow::isComplete).toList();
    }

    /** The asymmetry of the sums over all flows for which both sides have a figure; {@code NaN} where there is none. */
    public double asymmetry() {
        List<Flow> both = complete();
        return both.isEmpty()
                ? Double.NaN
                : asymmetry(
                        both.stream().mapToDouble(Flow::origin).sum(),
                        both.stream().mapToDouble(Flow::destination).sum());
    }

    @Override
    public String toString() {
        List<Flow> both = complete();
        String sums = both.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; in sum %s by the origins and %s by the destinations [%s], asymmetry %.2f",
                        CoverageBreak.plain(
                                both.stream().mapToDouble(Flow::origin).sum()),
                        CoverageBreak.plain(
                                both.stream().mapToDouble(Flow::destination).sum()),
                        unit,
                        asymmetry());
        StringBuilder text = new StringBuilder(flows.size() + " common cells, " + both.size()
                + " with a figure on both sides; " + onlyOrigin.size() + " cells only by the origins, "
                + onlyDestination.size() + " only by the destinations" + sums);
        flows.stream().limit(20).forEach(flow -> text.append("\n  ").append(flow));
        return text + (flows.size() > 20 ? "\n  and " + (flows.size() - 20) + " more" : "");
    }
}
