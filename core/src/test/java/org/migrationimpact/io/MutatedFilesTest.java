package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.NumberStyle;
import org.migrationimpact.table.WorkbookBytes;

/** Files cut off or changed at random are read or refused; nothing else ever comes out. */
class MutatedFilesTest {

    private static final int TIMES = 400;

    private static final byte[] TIDY = """
            # source: x
            geo,time,value,f
            NA,2015-01,1.5,b
            "A, B;",2015-02,:,c
            AL,2015-03,12 p,
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] WDI = """
            "Data Source","World Development Indicators",

            "Last Updated Date","2021-09-15",

            "Country Name","Country Code","Indicator Name","Indicator Code","2019","2020",
            "Namibia","NAM","Remittances (US$)","BM.TRF","","1.5",
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] REFUGEES = """
            Year,"Country of Asylum","Country of Origin","Country of Asylum ISO","Country of Origin ISO",Refugees,OOC
            1951,-,"Unknown ",-,UNK,2116011,0
            2009,Germany,"Serbia and Kosovo: S/RES/1244 (1999)",DEU,SRB,*,
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] GERMAN = """
            YEAR_MONTH,Herkunftsland,LS,ASYLANTRAEGE insgesamt,ASYLANTRAEGE davon Erstantraege
            2017-03,Albanien,121,680,395
            2017-03,Ungeklärt,998,1,1
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] DISTANCES = """
            iso_o;iso_d;contig;dist;distw
            ROM;YUG;1;453.5;.
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] VISAS = """
            Passport,Destination,Requirement
            Albania,Albania,-1
            Albania,Armenia,180
            Albania,Austria,visa free
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] WIDE = """
            geo;2015 ;2016M01;Y2017
            AL;1.234,5 b;: c;1
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] BOOK = new WorkbookBytes()
            .sheet(
                    "Data",
                    List.of(
                            List.of("Route", "Border type", "Nationality", "JAN2009"),
                            List.of("Other", "Sea", "China", 1)))
            .bytes();

    private static final byte[] TSV = """
            freq,unit,geo\\TIME_PERIOD\t2010 \t2011 \t2012-01
            A,NR,EL\t12 b\t: c\t:
            M,NR,UK\t: \t: \t12.5 ep@N
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] SDMX = """
            STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,freq,Time frequency,geo,Country,TIME_PERIOD,Time,OBS_VALUE,OBS_FLAG,UNIT_MULT
            dataflow,ESTAT:X(1.0),"A, name",I,A,Annual,EL,Greece,2010,,12.5,be,3
            dataflow,ESTAT:X(1.0),"A, name",I,A,Annual,EL,Greece,2011,,,c,3
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] EXPLORER = """
            "TIME","GEO","CITIZEN","UNIT","Value","Flag and Footnotes"
            "2012","Greece","S\u00e3o Tom\u00e9","Person","18,420","be"
            "2013","Greece","Total","Person",":","c"
            """.getBytes(StandardCharsets.ISO_8859_1);

    private static byte[] mutate(byte[] bytes, SplittableRandom random) {
        byte[] mutated = random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(1, bytes.length)) : bytes.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            mutated[random.nextInt(mutated.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : "\",;\n\t:#0.e".charAt(random.nextInt(10)));
        }
        return mutated;
    }

    private static void readOrRefuse(byte[] bytes, long seed, Function<InputFile, Object> reader) {
        SplittableRandom random = new SplittableRandom(seed);
        int answers = 0;
        for (int i = 0; i < TIMES; i++) {
            InputFile file = Given.bytes("m", mutate(bytes, random));
            answers += answers(() -> reader.apply(file))
                    + answers(() -> Inspection.of(file).toString());
        }
        assertEquals(2 * TIMES, answers);
    }

    private static int answers(Supplier<Object> reading) {
        try {
            assertThat(reading.get()).isNotNull();
        } catch (ImpactException refusal) {
            assertThat(refusal.line()).matches("E-[A-Z]+-\\d{3} \\S.*");
        }
        return 1;
    }

    @Test
    void tidyTables() {
        readOrRefuse(TIDY, 1, Tidy.columns().dimensions("geo").flags("f")::read);
    }

    @Test
    void gzippedTables() {
        readOrRefuse(Given.gzip(TIDY), 2, Tidy.columns().dimensions("geo").flags("f")::read);
    }

    @Test
    void worldBankFiles() {
        readOrRefuse(WDI, 3, WorldBank::read);
    }

    @Test
    void eurostatTables() {
        readOrRefuse(TSV, 5, EurostatTsv::read);
    }

    @Test
    void sdmxTables() {
        readOrRefuse(SDMX, 6, SdmxCsv::read);
    }

    @Test
    void tablesOfTheDataExplorer() {
        readOrRefuse(EXPLORER, 7, EurostatDataExplorer::read);
    }

    @Test
    void workbooks() {
        readOrRefuse(BOOK, 4, Frontex::read);
    }

    @Test
    void refugeeStatistics() {
        readOrRefuse(REFUGEES, 5, Unhcr::read);
    }

    @Test
    void germanAsylumFigures() {
        readOrRefuse(GERMAN, 6, Bamf::read);
    }

    @Test
    void distances() {
        readOrRefuse(DISTANCES, 7, CepiiDistance::read);
    }

    @Test
    void passports() {
        readOrRefuse(VISAS, 8, PassportIndex::read);
    }

    @Test
    void wideTables() {
        readOrRefuse(WIDE, 9, Tidy.wide("geo").numbers(NumberStyle.THOUSANDS_POINT)::read);
    }
}
