package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationimpact.data.InputException;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.NumberStyle;
import org.migrationimpact.table.WorkbookBytes.Raw;

/** A figure written in another style is read as what it means, or refused; it never becomes another number. */
class HostileNumbersTest {

    private static final String SPECIMENS = "org.migrationimpact.io.Specimens#";

    /** A text, and the only number that it may be read as; empty where it may not be read as a number. */
    private record Written(String text, Optional<Double> number) {
        static Written as(String text, double number) {
            return new Written(text, Optional.of(number));
        }

        static Written none(String text) {
            return new Written(text, Optional.empty());
        }
    }

    private static final List<Written> STYLES = List.of(
            Written.as("1,234.5", 1234.5),
            Written.as("1.234,5", 1234.5),
            Written.as("1 234,5", 1234.5),
            Written.as("1 234.5", 1234.5),
            Written.as("1\u00a0234.5", 1234.5),
            Written.as("1\u202f234", 1234),
            Written.as("1'234.5", 1234.5),
            Written.as("1,234", 1234),
            Written.as("12,34", 12.34),
            Written.as("1.234.567", 1_234_567),
            Written.as("1 234 567", 1_234_567),
            Written.as("1e308", 1e308),
            Written.as("-1E-3", -0.001),
            Written.as("1_000", 1000),
            Written.as("12345678901234567890", 1.2345678901234567E19),
            Written.as("5%", 5),
            Written.as("0x1F", 31),
            Written.none("1e400"),
            Written.none("-1e400"),
            Written.none("Infinity"),
            Written.none("-inf"),
            Written.none("∞"),
            Written.none("NaN"),
            Written.none("--5"),
            Written.none("5-"),
            Written.none("1.2.3"),
            Written.none("1,2,3"),
            Written.none("1e"),
            Written.none("."),
            Written.none("-"),
            Written.as("\u0661\u0662\u0663", 123),
            Written.none("=1+1"),
            Written.none("#REF!"),
            Written.none("<5"),
            Written.none("1e999999999999"));

    /** Where the figure of the specimen is. */
    private static String key(Specimen specimen) {
        double figure = Double.parseDouble(Specimen.FIGURE);
        return specimen.read(specimen.file()).cells().stream()
                .filter(cell -> cell.figure() == figure)
                .map(Outcome.Cell::key)
                .findFirst()
                .orElseThrow();
    }

    private static void requireMeaning(Specimen specimen, String key, Written written, byte[] bytes) {
        Outcome outcome = specimen.read(Given.bytes("hostile", bytes));
        List<Double> figures = outcome.cells().stream()
                .filter(cell -> cell.key().equals(key))
                .map(Outcome.Cell::figure)
                .filter(figure -> !Double.isNaN(figure))
                .toList();
        assertTrue(
                figures.isEmpty() || figures.equals(List.of(written.number().orElse(Double.NaN))),
                () -> written.text() + " became " + figures + " in " + specimen);
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "separated")
    void inSeparatedText(Specimen specimen) {
        String key = key(specimen);
        for (Written written : STYLES) {
            requireMeaning(specimen, key, written, specimen.withFigure(written.text()));
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "books")
    void asTextInAWorkbook(Specimen specimen) {
        String key = key(specimen);
        for (Written written : STYLES) {
            requireMeaning(specimen, key, written, specimen.withFigure(written.text()));
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "books")
    void asANumberOfAWorkbook(Specimen.Book specimen) {
        String key = key(specimen);
        for (Written written : STYLES) {
            String text = written.text().replace("<", "&lt;");
            Raw cell = new Raw("<c r=\"" + specimen.address() + "\"><v>" + text + "</v></c>");
            requireMeaning(specimen, key, written, specimen.withCell(cell));
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "braces")
    void inJsonBareOrAsText(Specimen specimen) {
        String key = key(specimen);
        for (Written written : STYLES) {
            requireMeaning(specimen, key, written, specimen.withFigure(written.text()));
            requireMeaning(specimen, key, written, specimen.withFigure('"' + written.text() + '"'));
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "all")
    void aFigureThatIsInfiniteIsRefusedWithItsPlace(Specimen specimen) {
        if (specimen instanceof Specimen.Unread) {
            return;
        }
        String refusal = specimen.read(Given.bytes("hostile", specimen.withFigure("1e400")))
                .refusal()
                .orElse("read");
        assertThat(refusal).matches("E-[A-Z]+-\\d{3} hostile(:\\d+){1,2}: .*");
    }

    static Stream<Specimen.Book> books() {
        return Specimens.books();
    }

    @ParameterizedTest
    @MethodSource("books")
    void aFormulaCountsWithTheValueThatTheWorkbookHoldsAndWithoutOneItIsRefused(Specimen.Book specimen) {
        List<String> cells = specimen.read(specimen.file()).said();
        String at = "<c r=\"" + specimen.address() + "\"";
        String column = String.valueOf(specimen.address().charAt(0) - 'A' + 1);
        String place = "hostile:" + specimen.address().substring(1) + ":" + column;
        assertEquals(cells, read(specimen, at + "><f>300+65</f><v>365</v></c>").said());
        for (String without : List.of("><f>300+65</f></c>", "><f>300+65</f><v></v></c>", "><f>300+65</f><v/></c>")) {
            assertEquals(
                    "E-XLSX-004 " + place
                            + ": the cell has a formula and the workbook does not hold its value; open it in a spreadsheet program, let it"
                            + " compute, and save it again",
                    read(specimen, at + without).refusal().orElse("read"));
        }
        for (String error : List.of("#REF!", "#DIV/0!", "#VALUE!", "#NAME?")) {
            assertThat(read(specimen, at + " t=\"e\"><f>1/0</f><v>" + error + "</v></c>")
                            .refusal()
                            .orElse("read"))
                    .matches("E-[A-Z]+-\\d{3} " + place + ": '" + error.replace("?", "\\?") + "' is .*");
        }
    }

    private static Outcome read(Specimen.Book specimen, String cell) {
        return specimen.read(Given.bytes("hostile", specimen.withCell(new Raw(cell))));
    }

    @Test
    void aDeclaredStyleReadsItsOwnFiguresAndNoOther() {
        List<String> spellings = List.of("1234.5", "1,234.5", "1.234,5", "1 234,5");
        assertEquals("1234.5 refused refused refused", read(NumberStyle.DECIMAL_POINT, spellings));
        assertEquals("1234.5 1234.5 refused refused", read(NumberStyle.THOUSANDS_COMMA, spellings));
        assertEquals("refused refused 1234.5 refused", read(NumberStyle.THOUSANDS_POINT, spellings));
        assertEquals("refused refused refused 1234.5", read(NumberStyle.THOUSANDS_BLANK_DECIMAL_COMMA, spellings));
    }

    @Test
    void aGroupOfThousandsNeverBeginsWithZero() {
        assertEquals("refused refused 1123.0", read(NumberStyle.THOUSANDS_COMMA, List.of("0,123", "00,123", "1,123")));
        assertEquals("refused 1123.0", read(NumberStyle.THOUSANDS_POINT, List.of("0.123", "1.123")));
    }

    private static String read(NumberStyle style, List<String> spellings) {
        return spellings.stream()
                .map(text -> read(style, Given.text("time;value\n2015;" + text + "\n")))
                .collect(Collectors.joining(" "));
    }

    private static String read(NumberStyle style, InputFile file) {
        try {
            return String.valueOf(
                    Tidy.columns().numbers(style).read(file).get(0).value());
        } catch (InputException refusal) {
            return "refused";
        }
    }
}
