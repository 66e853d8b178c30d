package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Serialized;

class AggregateTest {

    private static Stream<String> spellings(Aggregate aggregate) {
        return Stream.concat(Stream.of(aggregate.code(), aggregate.name()), aggregate.aliases().stream());
    }

    @Test
    void noCodeAndNoNameIsBothACountryAndAnAggregate() {
        assertThat(Aggregate.all().stream().flatMap(AggregateTest::spellings))
                .allSatisfy(spelling -> assertThat(Country.find(spelling)).isEmpty());
    }

    @Test
    void everyAggregateIsFoundUnderEachOfItsSpellings() {
        assertThat(Aggregate.all())
                .hasSize(152)
                .allSatisfy(aggregate -> assertThat(spellings(aggregate))
                        .allSatisfy(
                                spelling -> assertThat(Aggregate.find(spelling)).contains(aggregate)));
    }

    @Test
    void everyAggregateNamesItsPublisher() {
        assertThat(Aggregate.all())
                .allMatch(aggregate -> !aggregate.publishers().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "TOTAL,TOTAL",
        "_T,TOTAL",
        "W,TOTAL",
        "WORLD,TOTAL",
        "-,TOTAL",
        "EU27_2020,GROUP",
        "Extra-EU28,GROUP",
        "AFE,GROUP",
        "Euro area,GROUP",
        "CHI,GROUP",
        "XXA,STATELESS",
        "Stateless,STATELESS",
        "UNK,UNKNOWN",
        "'Unknown ',UNKNOWN",
        "Third-country,UNKNOWN",
        "Unspecified sub-Saharan nationals,UNKNOWN",
        "FX,VARIANT",
        "DE_TOT,VARIANT",
        "RNC,OTHER",
        "TIB,OTHER",
        "Ungeklärt,UNKNOWN"
    })
    void publishersAggregatesAreTold(String text, Aggregate.Kind kind) {
        assertThat(Aggregate.find(text)).map(Aggregate::kind).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AFE", "AFW", "ARB", "CEB", "CSS", "EAP", "EAR", "EAS", "ECA", "ECS", "EMU", "EUU", "FCS", "HIC", "HPC",
                        "IBD",
                "IBT", "IDA", "IDB", "IDX", "INX", "LAC", "LCN", "LDC", "LIC", "LMC", "LMY", "LTE", "MEA", "MIC", "MNA",
                        "NAC",
                "OED", "OSS", "PRE", "PSS", "PST", "SAS", "SSA", "SSF", "SST", "TEA", "TEC", "TLA", "TMN", "TSA", "TSS",
                        "UMC",
                "WLD"
            })
    void theAggregatesOfTheWorldBankAreKnown(String code) {
        assertThat(Aggregate.find(code))
                .hasValueSatisfying(found -> assertThat(found.publishers()).contains("World Bank"));
    }

    @Test
    void theUnionsHaveTheirMembers() {
        assertEquals(27, members("EU27_2020").size());
        assertEquals(28, members("EU28").size());
        assertEquals(27, members("EU27_2007").size());
        assertEquals(31, members("EEA31").size());
        assertThat(members("EU27_2007")).contains(Country.of("GB")).doesNotContain(Country.of("HR"));
        assertEquals(List.of(Country.of("RS"), Country.of("XK")), members("Serbia and Kosovo: S/RES/1244 (1999)"));
    }

    @ParameterizedTest
    @CsvSource({
        "SCG,CS",
        "891,CS",
        "YUG,YU",
        "890,YU",
        "SUN,SU",
        "810,SU",
        "736,SD+SS",
        "530,AN",
        "ANT,AN",
        "200,CSK",
        "CSHH,CSK",
        "278,DDR",
        "EA,EA",
        "EU12,EU12"
    })
    void formerStatesAndUnionsAreKnownUnderTheirOldCodes(String text, String code) {
        assertThat(Aggregate.find(text)).map(Aggregate::code).contains(code);
    }

    private static List<Country> members(String code) {
        return Aggregate.find(code).orElseThrow().members();
    }

    @Test
    void anAggregateStaysItselfThroughSerialization() throws Exception {
        Aggregate union = Aggregate.find("EU28").orElseThrow();
        assertEquals(union, Serialized.copy(union));
        assertEquals("European Union (28 countries)", union.toString());
    }
}
