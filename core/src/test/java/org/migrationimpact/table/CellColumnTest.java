package org.migrationimpact.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellColumnTest {

    private static CellColumn column(List<String> texts) {
        CellColumn column = new CellColumn();
        texts.forEach(text -> column.add(text.toCharArray(), 0, text.length()));
        return column;
    }

    @Test
    void everyTextComesBackAsItWas() {
        List<String> texts = List.of(
                "0",
                "-0",
                "00",
                "004",
                "1.50",
                "1.5",
                ".5",
                "5.",
                "0.05",
                "-0.05",
                "1234567890123456",
                "12345678901234567",
                "0.1234567890123456",
                "1e5",
                "",
                "-",
                ".",
                "1.2.3",
                "NA",
                "9007199254740993",
                "-12.340");
        CellColumn column = column(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(texts.get(i), column.text(i));
        }
    }

    @Test
    void everyDecimalHasTheValueThatJavaGivesIt() {
        SplittableRandom random = new SplittableRandom(20_260_701);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String digits = String.valueOf(random.nextLong(1, 10_000_000_000_000_000L));
            int point = random.nextInt(digits.length());
            String decimal = point == 0 ? digits : digits.substring(0, point) + "." + digits.substring(point);
            texts.add((random.nextBoolean() ? "-" : "") + decimal);
        }
        CellColumn column = column(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(column.isNumber(i)).isTrue();
            assertEquals(Double.parseDouble(texts.get(i)), column.number(i));
            assertEquals(texts.get(i), column.text(i));
        }
    }

    @Test
    void codesAreWhatASetInOrderOfAppearanceWouldGive() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            texts.add(random.nextBoolean() ? "k" + random.nextInt(300) : String.valueOf(random.nextInt(300)));
        }
        CellColumn.Coded coded = column(texts).coded();
        List<String> slow = List.copyOf(new LinkedHashSet<>(texts));
        assertEquals(slow, coded.dictionary());
        assertArrayEquals(
                texts.stream().mapToInt(slow::indexOf).toArray(),
                IntStream.range(0, texts.size()).map(coded::code).toArray());
        assertArrayEquals(
                slow.stream().mapToInt(texts::indexOf).toArray(),
                IntStream.range(0, slow.size()).map(coded::firstRow).toArray());
    }
}
