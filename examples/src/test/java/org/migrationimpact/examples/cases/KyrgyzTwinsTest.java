package org.migrationimpact.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationimpact.examples.Program;

class KyrgyzTwinsTest {
    private static final Path WORLD_BANK = GeorgianWaiverTest.shared("iom_gdidata", "wdi_selected.csv");

    @TempDir
    private Path folder;

    /** Changes of the mean as computed from the same file apart: +0.090, -0.494, +0.060. */
    @Test
    void sixDesignsStandSideBySideAgainstStatesThatEarnRoublesToo() {
        Program program = Program.run(
                "case", "kyrgyzstan", "--data", GeorgianWaiverTest.there(WORLD_BANK), "--out", folder.resolve("out"));
        assertThat(program.status()).as(program.err()).isZero();
        assertThat(program.out())
                .contains("Kyrgyzstan +0.090, Tajikistan -0.494, Uzbekistan +0.060,")
                .containsPattern("before and after +0\\.577 ")
                .containsPattern("interrupted time series +-0\\.613 ")
                .containsPattern("difference-in-differences +0\\.373 ")
                .containsPattern("synthetic control +0\\.187 .*0\\.857, never below 0\\.143 ")
                .containsPattern("augmented synthetic control +0\\.168 ")
                .containsPattern("synthetic difference-in-differences +0\\.146 ")
                .contains("The twin is Georgia 96 %, Uzbekistan 4 %.");
    }

    @Test
    void theSmallTableHasTwoOthersAndSoNoPlaceboErrors() {
        Program program = Program.run("case", "kyrgyzstan", "--out", folder.resolve("out"));
        assertThat(program.status()).as(program.err()).isZero();
        assertThat(program.out())
                .contains("Compared with: Tajikistan, Uzbekistan.")
                .containsPattern("synthetic difference-in-differences +-?\\d\\.\\d{3} +none at 95 % ")
                .contains("With 2 others a placebo test cannot give a p below 0.33, whatever happened.");
        assertThat(folder.resolve("out/charts/kyrgyzstan-twin.svg")).isNotEmptyFile();
    }
}
