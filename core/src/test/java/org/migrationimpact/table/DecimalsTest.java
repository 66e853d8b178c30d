package org.migrationimpact.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalsTest {

    private static final int TIMES = 1_000_000;

    private static long pack(String text) {
        return Decimals.pack(text.toCharArray(), 0, text.length());
    }

    @Test
    void aMillionNumbersHaveTheValueThatJavaGivesThem() {
        SplittableRandom random = new SplittableRandom(20_261_124);
        int packed = 0;
        for (int i = 0; i < TIMES; i++) {
            String text = number(random, i % 5);
            long cell = pack(text);
            if (cell != 0) {
                packed++;
                assertEquals(Double.parseDouble(text), Decimals.value(cell), text);
                assertEquals(text, Decimals.text(cell));
            }
        }
        assertThat(packed).isGreaterThan(TIMES / 2);
    }

    /** Digits with a point anywhere; doubles as they are printed, subnormal and near the largest among them; halfway cases; long digits. */
    private static String number(SplittableRandom random, int kind) {
        return switch (kind) {
            case 0 -> String.valueOf(Double.longBitsToDouble(random.nextLong(0, 0x7ff0_0000_0000_0000L)));
            case 1 -> halfway(random);
            case 2 -> new BigDecimal(random.nextDouble()).toPlainString();
            case 3 -> String.valueOf(random.nextDouble());
            default -> {
                String digits = String.valueOf(random.nextLong(1, 1_000_000_000_000_000_000L >> random.nextInt(56)));
                int point = random.nextInt(digits.length());
                yield (random.nextBoolean() ? "-" : "")
                        + (point == 0 ? digits : digits.substring(0, point) + "." + digits.substring(point));
            }
        };
    }

    /** Seventeen digits next to the middle between two doubles. */
    private static String halfway(SplittableRandom random) {
        double low = random.nextDouble() * Math.pow(10, random.nextInt(17));
        BigDecimal middle =
                new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.valueOf(2));
        return middle.round(new MathContext(17, random.nextBoolean() ? RoundingMode.UP : RoundingMode.DOWN))
                .toPlainString();
    }

    @Test
    void theDigitsOfAWordAreReadTogether() {
        for (String text : new String[] {"1", "12", "123", "1234567", "12345678", "00000000", "99999999"}) {
            byte[] bytes = (text + ";x\u007f\n9999").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            long word = Word.at(bytes, 0);
            assertEquals(text.length(), Word.digits(word));
            assertEquals(Long.parseLong(text), Word.number(word, text.length()));
        }
    }

    @Test
    void aNarrowCellIsTheSameCell() {
        for (String text : new String[] {"0", "1", "200", "1073741823"}) {
            assertThat(Decimals.isNarrow(pack(text))).isTrue();
            assertEquals(pack(text), Decimals.widen(Decimals.narrow(pack(text))));
        }
        for (String text : new String[] {"-1", "0.5", "1.0", "1073741824", "12345678901234567"}) {
            assertThat(Decimals.isNarrow(pack(text))).isFalse();
        }
    }

    @Test
    void otherSpellingsStayTexts() {
        for (String text : new String[] {
            "",
            "-",
            ".",
            "+1",
            ".5",
            "5.",
            "00",
            "-00",
            "1e5",
            "1.2.3",
            "123456789012345678",
            "0.1234567890123456789",
            "1,5",
            "١"
        }) {
            assertEquals(0, pack(text), text);
        }
    }
}
