package org.migrationimpact.did;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Oracle;
import org.migrationimpact.Shared;

class HonestBoundsTest {
    static EventStudyEstimates bc() throws java.io.IOException {
        Oracle oracle = Oracle.of("honest_bc");
        double[][] sigma = Files.readAllLines(Shared.file("oracles", "honest_bc_sigma.csv")).stream()
                .skip(1)
                .map(l -> Arrays.stream(l.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        return new EventStudyEstimates(
                new int[] {-5, -4, -3, -2, 0, 1, 2, 3}, oracle.column("betahat"), sigma, -1, BasePeriod.UNIVERSAL);
    }

    @Test
    void print() throws Exception {
        Oracle o = Oracle.of("honest_bc");
        HonestBounds b = HonestBounds.of(bc());
        System.err.println(b.original());
        JsonNode f = o.expected("smoothness_FLCI");
        for (int i = 0; i < 4; i++)
            System.err.println(b.smoothness(f.get("M").get(i).asDouble()).interval() + " exp "
                    + f.get("lb").get(i) + " " + f.get("ub").get(i));
        f = o.expected("smoothness_C_LF");
        for (int i = 0; i < 2; i++) {
            long t = System.nanoTime();
            System.err.println(b.smoothnessByTest(f.get("M").get(i).asDouble()).interval() + " exp "
                    + f.get("lb").get(i) + " " + f.get("ub").get(i) + " ms " + (System.nanoTime() - t) / 1e6);
        }
        f = o.expected("relative_magnitudes_C_LF");
        for (int i = 0; i < 4; i++) {
            long t = System.nanoTime();
            System.err.println(
                    b.relativeMagnitudes(f.get("Mbar").get(i).asDouble()).interval() + " exp "
                            + f.get("lb").get(i) + " " + f.get("ub").get(i) + " ms " + (System.nanoTime() - t) / 1e6);
        }
        System.err.println(PreTrend.of(bc()));
    }
}
