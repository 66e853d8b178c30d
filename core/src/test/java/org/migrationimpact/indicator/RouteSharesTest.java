package org.migrationimpact.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

class RouteSharesTest {

    private static final Period START = Period.month(2015, 1);

    private static Series route(String name, int after, double... values) {
        return Series.of(name, "detections", START.plus(after), values);
    }

    @Test
    void sharesByHand() {
        RouteShares shares = RouteShares.of(new Panel(List.of(route("EMR", 0, 30, 90), route("CMR", 0, 10, 10))));
        assertArrayEquals(new double[] {0.75, 0.9}, shares.shares().unit("EMR").values(), 1e-15);
        assertArrayEquals(new double[] {0.25, 0.1}, shares.shares().unit("CMR").values(), 1e-15);
        assertEquals("share of detections", shares.shares().unit("CMR").unit());
        assertArrayEquals(new double[] {40, 100}, shares.total().values());
        assertThat(shares.notes()).isEmpty();
    }

    @Test
    void sharesAddUpToOneAndDoNotDependOnTheUnit() {
        Random random = new Random(3);
        List<Series> routes = IntStream.range(0, 6)
                .mapToObj(r -> route("r" + r, 0, random.doubles(50, 0, 1e6).toArray()))
                .toList();
        Panel shares = RouteShares.of(new Panel(routes)).shares();
        assertArrayEquals(doubles(1, 50), shares.total("all").values(), 1e-13);
        Panel scaled = RouteShares.of(new Panel(
                        routes.stream().map(r -> r.map("k", v -> v / 8)).toList()))
                .shares();
        assertArrayEquals(shares.unit("r2").values(), scaled.unit("r2").values());
    }

    private static double[] doubles(double value, int size) {
        double[] all = new double[size];
        Arrays.fill(all, value);
        return all;
    }

    @Test
    void aRouteThatBeginsLaterOrIsSuppressedLeavesNoShareOfAnIncompleteTotal() {
        Series suppressed = Series.of(
                "WMR",
                "detections",
                START,
                new double[] {1, 1, Double.NaN, 0},
                List.of(Set.of(Flag.BREAK), Set.of(), Set.of(Flag.SUPPRESSED), Set.of()));
        RouteShares shares = RouteShares.of(new Panel(List.of(route("EBR", 1, 3, 4, 0), suppressed)));
        assertThat(shares.shares().unit("WMR").values()).containsExactly(Double.NaN, 0.25, Double.NaN, Double.NaN);
        assertEquals(
                Set.of(Flag.BREAK, Flag.ABSENT), shares.shares().unit("EBR").flags(0));
        assertEquals(Set.of(Flag.SUPPRESSED), shares.shares().unit("EBR").flags(2));
        assertEquals(Set.of(Flag.NOT_APPLICABLE), shares.shares().unit("EBR").flags(3));
        assertThat(shares.notes())
                .hasToString(
                        "[W-SHARE-001 the set of routes changes: there is no figure of EBR in 2015-01; WMR in 2015-03; no shares were made in"
                                + " those periods, since they would be shares of another total, W-SHARE-002 the total is 0 in 2015-04, so no"
                                + " route has a share there]");
    }

    @Test
    void aTotalAmongRoutesAndNegativeFiguresAreRefused() {
        Refusal.of(
                DataException.class,
                "E-SHARE-002 TOTAL is a total among its parts and would be counted twice; leave it out with without",
                () -> RouteShares.of(new Panel(List.of(route("EMR", 0, 1), route("TOTAL", 0, 1)))));
        Refusal.of(
                DataException.class,
                "E-SHARE-001 EMR is -1.0 in 2015-01; shares are made of figures of 0 or more",
                () -> RouteShares.of(new Panel(List.of(route("EMR", 0, -1)))));
    }
}
