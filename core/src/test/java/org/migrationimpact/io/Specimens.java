package org.migrationimpact.io;

import static org.migrationimpact.io.Specimen.FIGURE;
import static org.migrationimpact.io.Specimen.Order.FIXED;
import static org.migrationimpact.io.Specimen.Order.FREE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One specimen of each format, or several where it has several layouts. */
final class Specimens {

    private static final String STOCK = "International migrant stock at mid-year ";

    private Specimens() {}

    static Stream<Specimen> all() {
        return Stream.of(separated(), braces(), books(), unread()).flatMap(s -> s);
    }

    static Stream<Specimen.Separated> separated() {
        return Stream.of(
                new Specimen.Separated(Format.TIDY, ',', FREE, 2, 0, """
                        # unit: persons
                        geo,sex,time,f,value
                        NA,T,2015-01,b,1.5
                        "A;B",T,2015-02,,:
                        AL,T,2015-03,,365
                        """),
                new Specimen.Separated(Format.EUROSTAT_TSV, '\t', FIXED, 1, 0, """
                        freq,unit,geo\\TIME_PERIOD\t2010 \t2011 \t2012\s
                        A,NR,EL\t12 b\t: c\t7\s
                        A,NR,FR\t12.5 \t3 ep\t: z
                        A,NR,UK\t: \t: u\t365
                        """),
                new Specimen.Separated(Format.SDMX_CSV, ',', FREE, 1, 0, """
                        DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS
                        ESTAT:X(1.0),29/11/24 11:00:00,A,NR,EL,2010,12.5,be,
                        ESTAT:X(1.0),29/11/24 11:00:00,A,NR,EL,2011,,,C
                        ESTAT:X(1.0),29/11/24 11:00:00,A,NR,FR,2010,365,,
                        """),
                new Specimen.Separated(Format.SDMX_CSV, ',', FREE, 1, 0, """
                        STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_STATUS,UNIT_MULT,OBS_VALUE
                        DATAFLOW,OECD:X(1.0),I,GRC,2010,A,0,12.5
                        DATAFLOW,OECD:X(1.0),I,GRC,2011,B,0,1
                        DATAFLOW,OECD:X(1.0),I,FRA,2010,A,0,365
                        """),
                new Specimen.Separated(Format.EUROSTAT_DATA_EXPLORER, ',', FREE, 1, 0, """
                        "TIME","GEO","CITIZEN","UNIT","Flag and Footnotes","Value"
                        "2012","Greece","Total","Person","be","18420"
                        "2013","Greece","Total","Person","c",":"
                        "2012","France","Total","Person","","365"
                        """),
                new Specimen.Separated(Format.WORLD_BANK, ',', FIXED, 5, 0, """
                        "Data Source","World Development Indicators",

                        "Last Updated Date","2021-09-15",

                        "Country Name","Country Code","Indicator Name","Indicator Code","2019","2020",
                        "Namibia","NAM","Remittances (US$)","BM.TRF","","1.5",
                        "Kosovo","XKX","Remittances (US$)","BM.TRF","0","1",
                        "Albania","ALB","Remittances (US$)","BM.TRF","3","365",
                        """),
                new Specimen.Separated(Format.DATABANK, ',', FREE, 1, 3, """
                        Country Name,Country Code,Series Name,Series Code,2011Q1 [YR2011Q1],2011Q3 [YR2011Q3]
                        Russian Federation,RUS,Cost (%),A.B,2.5,..
                        Albania,ALB,Cost (%),A.B,3,365
                        ,,,,,
                        Data from database: Remittance Prices Worldwide,,,,,
                        Last Updated: 12/07/2020,,,,,
                        """),
                new Specimen.Separated(Format.UNHCR, ',', FREE, 1, 0, """
                        year,coo_iso,coa_iso,procedure_type,app_type,dec_level,app_pc,applied
                        2009,MKD,DEU,G,N,FI,P,682
                        2010,MKD,DEU,G,N,FI,P,6859
                        2010,SRB,FRA,G,R,FI,C,365
                        """),
                new Specimen.Separated(Format.UNHCR, ',', FREE, 1, 0, """
                        Year,Country of Asylum,Country of Origin,Country of Asylum ISO,Country of Origin ISO,OOC,Refugees
                        1951,-,Unknown ,-,UNK,0,2116011
                        2009,Germany,Serbia and Kosovo: S/RES/1244 (1999),DEU,SRB,,*
                        2010,Germany,Albania,DEU,ALB,5,365
                        """),
                new Specimen.Separated(Format.BAMF, ',', FREE, 1, 0, """
                        YEAR_MONTH,Herkunftsland,LS,ASYLANTRAEGE davon Erstantraege,ASYLANTRAEGE insgesamt
                        2017-03,Albanien,121,395,680
                        2017-03,Ungeklaert,998,1,1
                        2017-03,Kosovo,150,7,365
                        """),
                new Specimen.Separated(Format.FRONTEX, ',', FREE, 1, 0, """
                        month,route,type,nat,n
                        2009-01-01,Black Sea Route,Sea,AFG,4
                        2009-02-01,Black Sea Route,Sea,AFG,6
                        2009-02-01,Western Balkan Route,Land,ALB,365
                        """),
                new Specimen.Separated(Format.CEPII, ';', FREE, 1, 0, """
                        iso_o;iso_d;contig;distw;dist
                        ROM;YUG;1;.;453.5
                        ALB;FRA;0;2;1
                        FRA;ALB;0;2;365
                        """),
                new Specimen.Separated(Format.PASSPORT_INDEX, ',', FREE, 1, 0, """
                        Passport,Destination,Requirement
                        Albania,Albania,-1
                        Albania,Austria,visa free
                        Albania,Armenia,365
                        """));
    }

    static Stream<Specimen.Braces> braces() {
        return Stream.of(
                new Specimen.Braces(Format.WORLD_BANK_JSON, """
                        [{"page":1,"pages":1,"per_page":"50","total":2,"lastupdated":"2020-03-18"},
                        [{"indicator":{"id":"A.B","value":"Cost (%)"},"country":{"id":"1A"},"countryiso3code":"ARB","date":"2013","value":1.5},
                        {"indicator":{"id":"A.B","value":"Cost (%)"},"country":{"id":"AL"},"countryiso3code":"ALB","date":"2013","value":365}]]
                        """),
                new Specimen.Braces(Format.UNHCR_JSON, """
                        {"page":1,"short_url":"","maxPages":1,"total":[],
                        "items":[{"year":2013,"coo_name":"Albania","coo":"ALB","coo_iso":"ALB","coa_name":"Austria","coa":"AUS","coa_iso":"AUT","refugees":5,"asylum_seekers":"365"},
                        {"year":"2014","coo_name":"Albania","coo":"ALB","coo_iso":"ALB","coa_name":"Austria","coa":"AUS","coa_iso":"AUT","refugees":"7","asylum_seekers":365}]}
                        """),
                new Specimen.Braces(Format.JSON_STAT, """
                        {"version":"2.0","class":"dataset","label":"L","value":{"0":1,"3":365},"status":{"1":":","3":"bp"},
                        "id":["geo","time"],"size":[2,2],"dimension":{"geo":{"category":{"index":{"EL":0,"UK":1}}},
                        "time":{"category":{"index":["2013","2014"]}}}}
                        """),
                new Specimen.Braces(Format.JSON_STAT, """
                        {"version":"2.0","class":"dataset","label":"L","value":[1,null,2,365],
                        "id":["geo","time"],"size":[2,2],"dimension":{"geo":{"category":{"index":{"EL":0,"UK":1}}},
                        "time":{"category":{"index":["2013","2014"]}}}}
                        """),
                new Specimen.Braces(Format.JSON_STAT, """
                        {"mig_x":{"value":[1,null,2,365],"status":{"value":["",":","","b"]},"label":"L",
                        "dimension":{"id":["geo","time"],"size":[2,2],"geo":{"category":{"index":{"EL":0,"UK":1}}},
                        "time":{"category":{"index":{"2013":0,"2014":1}}}}}}
                        """));
    }

    static Stream<Specimen.Book> books() {
        return Stream.of(
                book(
                        Format.TIDY,
                        1,
                        0,
                        "Data",
                        List.of(
                                List.of("geo", "sex", "time", "f", "value"),
                                List.of("NA", "T", "2015-01", "b", 1.5),
                                List.of("XK", "T", "2015-01", "", ":"),
                                List.of("AL", "T", "2015-01", "", FIGURE))),
                book(
                        Format.FRONTEX,
                        1,
                        0,
                        "Detections_of_IBC",
                        List.of(
                                List.of("Route", "Border type or inland", "Nationality", "JAN2009", "FEB2009"),
                                List.of("Black Sea Route", "Sea", "China", 1, 0),
                                List.of("Western Balkan Route", "Land", "Albania", 1, FIGURE))),
                book(
                        Format.WORLD_BANK_WORKBOOK,
                        4,
                        0,
                        "Data",
                        List.of(
                                List.of("Data Source", "World Development Indicators"),
                                List.of("Last Updated Date", "2021-09-15"),
                                List.of(),
                                List.of(
                                        "Country Name",
                                        "Country Code",
                                        "Indicator Name",
                                        "Indicator Code",
                                        "2019",
                                        "2020"),
                                List.of("Namibia", "NAM", "Remittances (US$)", "BM.TRF", "", 1.5),
                                List.of("Albania", "ALB", "Remittances (US$)", "BM.TRF", 3, FIGURE))),
                book(
                        Format.KNOMAD_FLOWS,
                        1,
                        2,
                        "Remittance inflows",
                        List.of(
                                List.of("Remittance inflows (US$ million)", "2018", "2019e"),
                                List.of("Albania", 1, ".."),
                                List.of("World", 1, FIGURE),
                                List.of(),
                                List.of("Date: April 2020"))),
                book(
                        Format.KNOMAD_MATRIX,
                        2,
                        2,
                        "Bilateral",
                        List.of(
                                List.of("Bilateral Remittance Estimates for 2017 (millions of US$)"),
                                List.of("receiving (across) / sending (down)", "Albania", "Armenia", "WORLD"),
                                List.of("Albania", 0, 1, "-"),
                                List.of("WORLD", 1, 2, FIGURE),
                                List.of(),
                                List.of("Notes:"))),
                book(
                        Format.UN_MIGRANT_STOCK,
                        2,
                        0,
                        "Table 1",
                        List.of(
                                List.of(
                                        "Country or area",
                                        "Notes",
                                        "Code",
                                        "Type of data",
                                        STOCK + "(both sexes)",
                                        STOCK + "(male)"),
                                List.of("", "", "", "", 2015, 2015),
                                List.of("WORLD", "", 900, "", 10, 5),
                                List.of("Albania", 1, 8, "I", "..", FIGURE))),
                book(
                        Format.ARMENIA_TRANSFERS,
                        4,
                        1,
                        "monthly in USD",
                        List.of(
                                List.of("Total money transfers of individuals in USD"),
                                List.of("(thousand USD)", 2013),
                                List.of("", "January", "", "of which non-commercial"),
                                List.of("", "Inflow", "Outflow", "Inflow"),
                                List.of("USA", 1, 2, FIGURE),
                                List.of("Total", 1, 2, 3),
                                List.of("* preliminary"))));
    }

    private static Specimen.Book book(Format format, int above, int below, String sheet, List<List<Object>> rows) {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put(sheet, rows);
        return new Specimen.Book(format, above, below, sheets);
    }

    static Stream<Specimen.Unread> unread() {
        return Stream.of(
                Specimen.Unread.of(Format.JSON, "{\"rows\":1}"),
                Specimen.Unread.of(Format.XML, "<?xml version=\"1.0\"?><a/>"),
                Specimen.Unread.of(Format.ZIP, "PK\u0003\u0004 a.csv"),
                Specimen.Unread.of(Format.PDF, "%PDF-1.7\n"),
                Specimen.Unread.of(Format.PARQUET, "PAR1\u0015"));
    }
}
