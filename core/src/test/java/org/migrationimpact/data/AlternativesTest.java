package org.migrationimpact.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;

class AlternativesTest {

    private static final Observations CUBE = Observations.of(
                    "applications", "persons or cases", List.of("to", "counted"))
            .alternatives("counted")
            .add(List.of("DE", "P"), Period.year(2015), 10)
            .add(List.of("DE", "C"), Period.year(2015), 4)
            .add(List.of("FR", "P"), Period.year(2015), 1)
            .build(Source.named("x"));

    @Test
    void alternativesAreNotAddedUntilSomeAreChosen() {
        Refusal.of(
                DataException.class,
                "E-OBS-014 the codes of counted (P, C) overlap or count in different units, so a sum over all of them means nothing; choose"
                        + " those that belong together with where, then sum",
                () -> CUBE.totalOver("counted"));
        Observations chosen = CUBE.where("to", "DE").where("counted", "P", "C");
        assertEquals(List.of(), chosen.alternatives());
        assertEquals(14, chosen.totalOver("counted").get(0).value());
    }

    @Test
    void otherSumsLeaveTheAlternativesApart() {
        Observations both = CUBE.zeroWhereAbsent();
        assertEquals(List.of("counted"), both.alternatives());
        assertEquals(List.of("counted"), both.where("to", "DE").alternatives());
        Observations persons = CUBE.where("counted", "P").totalOver("to");
        assertEquals(11, persons.get(0).value());
        assertEquals(List.of("counted"), CUBE.where("to", "DE").totalOver("to").alternatives());
    }

    @Test
    void aDimensionThatIsNotThereHasNoAlternatives() {
        Refusal.argument(
                "there is no dimension 'x' among [to]",
                () -> Observations.of("a", "b", List.of("to")).alternatives("x"));
    }
}
