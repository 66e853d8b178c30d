package org.migrationimpact.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Pairs;
import org.migrationimpact.table.FileKind;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Workbook;

/** What a file is, told from its content and never from its name. */
public enum Format {
    /** The border agency's monthly detections of illegal border-crossing, as a workbook or as a tidy extract. */
    FRONTEX("frontex", "Frontex monthly detections"),
    /** An indicator of the World Development Indicators, as CSV with its preamble. */
    WORLD_BANK("world-bank-wdi-csv", "World Bank WDI, CSV"),
    /** UNHCR's asylum applications, decisions and population of concern. */
    UNHCR("unhcr-csv", "UNHCR refugee statistics, CSV"),
    /** The monthly asylum figures of Germany's Federal Office for Migration and Refugees. */
    BAMF("bamf-csv", "BAMF monthly asylum figures, CSV"),
    /** Distances and ties between pairs of countries; no periods. */
    CEPII("cepii-dist", "CEPII distances"),
    /** Visa requirements between pairs of countries; no periods. */
    PASSPORT_INDEX("passport-index", "Passport Index"),
    /** Any tidy table: CSV, TSV, XLSX or a gzip of one. */
    TIDY("tidy", "tidy table"),
    /** Eurostat's TSV. */
    EUROSTAT_TSV("eurostat-tsv", "Eurostat TSV"),
    /** The CSV of Eurostat's Data Explorer, in use until 2022. */
    EUROSTAT_DATA_EXPLORER("eurostat-data-explorer-csv", "Eurostat Data Explorer, CSV"),
    /** SDMX-CSV, of Eurostat or another publisher. */
    SDMX_CSV("sdmx-csv", "SDMX-CSV"),
    /** A workbook of the World Development Indicators. */
    WORLD_BANK_WORKBOOK("world-bank-wdi-xlsx", "World Bank WDI, XLSX"),
    /** A reply of the World Bank's API. */
    WORLD_BANK_JSON("world-bank-json", "World Bank API reply"),
    /** A table of the World Bank's DataBank, such as the prices of remittances. */
    DATABANK("databank-csv", "World Bank DataBank CSV"),
    /** JSON-stat, of Eurostat or another publisher. */
    JSON_STAT("json-stat", "JSON-stat"),
    /** Remittances received or sent, a row a country, of the World Bank's KNOMAD. */
    KNOMAD_FLOWS("knomad-flows", "KNOMAD remittance inflows or outflows"),
    /** Remittances or migrants from each country to each, of the World Bank's KNOMAD. */
    KNOMAD_MATRIX("knomad-matrix", "KNOMAD bilateral matrix"),
    /** Migrant stocks by destination of the United Nations. */
    UN_MIGRANT_STOCK("undesa-migrant-stock", "UN DESA international migrant stock"),
    /** Money transfers of individuals of the Central Bank of Armenia. */
    ARMENIA_TRANSFERS("cba-transfers", "Central Bank of Armenia money transfers"),
    /** JSON of any other kind. */
    JSON("json", FileKind.JSON.title()),
    /** XML or HTML. */
    XML("xml", FileKind.XML.title()),
    /** The binary workbook of Excel 97 to 2003, or an encrypted workbook. */
    XLS("xls", FileKind.XLS.title()),
    /** A zip archive that is no workbook. */
    ZIP("zip", FileKind.ZIP.title()),
    /** A PDF document. */
    PDF("pdf", FileKind.PDF.title()),
    /** A Parquet file. */
    PARQUET("parquet", FileKind.PARQUET.title());

    private static final Set<Format> UNREAD = Set.of(JSON, XML, XLS, ZIP, PDF, PARQUET);

    private final String id;
    private final String title;

    Format(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The name in a study file: {@code world-bank-wdi-csv}. */
    public String id() {
        return id;
    }

    /** The name in a sentence. */
    public String title() {
        return title;
    }

    /**
     * The format of this name.
     *
     * @throws InputException E-FORMAT-002 where there is none; the message lists those that there are
     */
    public static Format named(String id) {
        return List.of(values()).stream()
                .filter(format -> format.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "E-FORMAT-002",
                        "there is no format '" + id + "'; the formats are "
                                + String.join(
                                        ", ",
                                        List.of(values()).stream()
                                                .map(Format::id)
                                                .toList())));
    }

    /** What this file is. */
    public static Format of(InputFile file) {
        Format coarse = coarse(file);
        return coarse == TIDY && file.isWorkbook() ? workbook(Workbook.tops(file)) : coarse;
    }

    private static Format workbook(Map<String, List<List<String>>> tops) {
        Map<Format, Predicate<Map<String, List<List<String>>>>> rules = new LinkedHashMap<>();
        rules.put(FRONTEX, Frontex::recognises);
        rules.put(WORLD_BANK_WORKBOOK, WorldBank::recognises);
        rules.put(KNOMAD_FLOWS, KnomadFlows::recognises);
        rules.put(KNOMAD_MATRIX, KnomadMatrix::recognises);
        rules.put(UN_MIGRANT_STOCK, UnMigrantStock::recognises);
        rules.put(ARMENIA_TRANSFERS, ArmeniaTransfers::recognises);
        return rules.keySet().stream()
                .filter(format -> rules.getOrDefault(format, top -> false).test(tops))
                .findFirst()
                .orElse(TIDY);
    }

    private static Format coarse(InputFile file) {
        FileKind kind = FileKind.of(file);
        return switch (kind) {
            case TEXT -> text(FileKind.firstText(file));
            case WORKBOOK -> TIDY;
            case JSON -> json(FileKind.firstText(file).stripLeading());
            default -> valueOf(kind.name());
        };
    }

    /**
     * The reader of a publisher's format; a tidy table has none, because its columns have to be named: see {@link Tidy#columns()}.
     *
     * @throws InputException E-FORMAT-003 for a tidy table and for what is not read, E-FORMAT-004 for pairs without periods
     */
    public ObservationsReader reader() {
        return switch (this) {
            case FRONTEX -> Frontex::read;
            case WORLD_BANK, WORLD_BANK_WORKBOOK -> WorldBank::read;
            case WORLD_BANK_JSON -> WorldBankJson::read;
            case DATABANK -> DataBank::read;
            case JSON_STAT -> JsonStat::read;
            case KNOMAD_FLOWS -> KnomadFlows::read;
            case KNOMAD_MATRIX -> KnomadMatrix::read;
            case UN_MIGRANT_STOCK -> UnMigrantStock::read;
            case ARMENIA_TRANSFERS -> ArmeniaTransfers::read;
            case EUROSTAT_TSV -> EurostatTsv::read;
            case EUROSTAT_DATA_EXPLORER -> EurostatDataExplorer::read;
            case SDMX_CSV -> SdmxCsv::read;
            case UNHCR -> Unhcr::read;
            case BAMF -> Bamf::read;
            case CEPII, PASSPORT_INDEX ->
                throw new InputException(
                        "E-FORMAT-004",
                        "the format '" + id
                                + "' has pairs of countries and no periods, so it is no series; read it with CepiiDistance or PassportIndex");
            default ->
                throw new InputException(
                        "E-FORMAT-003",
                        "the format '" + id
                                + "' has no reader of its own; name the columns of a tidy table (time, value, dimensions)");
        };
    }

    /** The reader of a format that has pairs and no periods. */
    Optional<Function<InputFile, Pairs>> pairs() {
        return switch (this) {
            case CEPII -> Optional.of(CepiiDistance::read);
            case PASSPORT_INDEX -> Optional.of(PassportIndex::read);
            default -> Optional.empty();
        };
    }

    private static Format text(String head) {
        String first =
                head.lines().filter(line -> !line.startsWith("#")).findFirst().orElse("");
        return EurostatTsv.recognises(first) ? EUROSTAT_TSV : separated(head, first);
    }

    private static Format json(String head) {
        if (WorldBankJson.recognises(head)) {
            return WORLD_BANK_JSON;
        }
        return JsonStat.recognises(head) ? JSON_STAT : JSON;
    }

    private static Format separated(String head, String first) {
        if (SdmxCsv.recognises(first)) {
            return SDMX_CSV;
        }
        if (EurostatDataExplorer.recognises(first)) {
            return EUROSTAT_DATA_EXPLORER;
        }
        if (WorldBank.recognises(head)) {
            return WORLD_BANK;
        }
        if (DataBank.recognises(first)) {
            return DATABANK;
        }
        if (Unhcr.recognises(head)) {
            return UNHCR;
        }
        if (Bamf.recognises(first)) {
            return BAMF;
        }
        return pairs(first).orElse(Frontex.recognises(first) ? FRONTEX : TIDY);
    }

    private static Optional<Format> pairs(String first) {
        return CepiiDistance.recognises(first)
                ? Optional.of(CEPII)
                : PassportIndex.recognises(first) ? Optional.of(PASSPORT_INDEX) : Optional.empty();
    }

    /**
     * Lets only a table pass: text or workbook.
     *
     * @throws InputException E-FORMAT-001 for a format that is known and not read, E-FORMAT-005 for figures in JSON
     */
    static void requireTable(InputFile file) {
        Format format = coarse(file);
        if (format == JSON_STAT || format == WORLD_BANK_JSON) {
            throw InputException.in(
                    "E-FORMAT-005",
                    file.name(),
                    "the file is no table with columns but " + format.title + "; name no columns, or the format '"
                            + format.id + "'");
        }
        refuseUnread(format, file);
    }

    /**
     * Lets only a format pass that is read.
     *
     * @throws InputException E-FORMAT-001 for one that is known and not read
     */
    static void refuseUnread(Format format, InputFile file) {
        if (UNREAD.contains(format)) {
            FileKind.requireTable(file);
        }
    }
}
