package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationimpact.assess.EvidenceGrade;

class ReadmeTest {

    private static final Path TABLE =
            Path.of("src", "main", "resources", "org", "migrationimpact", "examples", "circular-route-detections.csv");

    @TempDir
    private Path folder;

    @Test
    void theStepsOfTheReadmeAreThoseOfTheProgram() throws IOException {
        String program = Files.readString(
                Path.of("src", "main", "java", "org", "migrationimpact", "examples", "FirstSteps.java"));
        String[] parts = program.split(" *// README\n", -1);
        String steps = parts[1].lines()
                .map(line -> line.isEmpty() ? line : line.substring(8))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("..", "README.md"))).contains("```java\n" + steps + "\n```");
    }

    @Test
    void theStepsEndInAVerdictAndAPicture() {
        Path picture = folder.resolve("albania.png");
        assertThat(FirstSteps.waiver(TABLE, picture).verdict().grade()).isEqualTo(EvidenceGrade.NOT_CREDIBLE);
        assertThat(picture).isNotEmptyFile();
    }
}
