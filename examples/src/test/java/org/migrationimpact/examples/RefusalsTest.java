package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import picocli.CommandLine;

/** How a command that cannot do what it was asked ends. */
class RefusalsTest {
    private final StringWriter err = new StringWriter();

    private int status(Exception refusal) {
        CommandLine line = Main.commandLine().setErr(new PrintWriter(err));
        return Refusals.ofCommand(refusal, line, line.parseArgs());
    }

    @Test
    void theStatusTellsWhoseFaultItIs() {
        assertEquals(2, status(new InputException("E-TEST-001", "the request")));
        assertEquals(3, status(new DataException("E-TEST-002", "the data")));
        assertEquals(4, status(new EstimationException("E-TEST-003", "the numbers")));
        assertThat(err.toString().lines())
                .containsExactly("E-TEST-001 the request", "E-TEST-002 the data", "E-TEST-003 the numbers");
    }

    @Test
    void aMistakeOfTheProgramIsOneLineThatSaysWhere() {
        assertEquals(1, status(new IllegalStateException("two\nlines")));
        assertThat(err.toString().strip())
                .startsWith(
                        "E-BUG-001 java.lang.IllegalStateException: two lines at org.migrationimpact.examples.RefusalsTest.")
                .endsWith("; this is a mistake of the program: report it with this line, the command and its files")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run            | E-USAGE-001 Missing required parameter: 'STUDY.yaml'; see migration-impact run --help
            runn           | E-USAGE-001 Unmatched argument at index 0: 'runn'; see migration-impact --help
            run s.yaml --x | E-USAGE-001 Unknown option: '--x'; see migration-impact run --help
            inspect        | E-USAGE-001 Missing required parameter: 'FILE'; see migration-impact inspect --help
            """)
    void wrongArgumentsAreOneLine(String arguments, String line) {
        Program program = Program.run((Object[]) arguments.split(" "));
        assertEquals(line, program.err().strip());
        assertEquals(2, program.status());
    }
}
