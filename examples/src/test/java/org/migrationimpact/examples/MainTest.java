package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void theVersionIsThatOfTheBuild() {
        StringWriter printed = new StringWriter();
        int status = Main.commandLine().setOut(new PrintWriter(printed)).execute("--version");
        assertEquals(0, status);
        assertThat(printed.toString().strip()).matches("migration-impact \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }
}
