package org.migrationimpact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JavaSourceTest {
    @Test
    void commentsGoAndLiteralsStay() {
        assertEquals(
                "a(\"// no comment\", '\"');  ",
                read("a(\"// no comment\", '\"'); // one").withoutComments());
    }

    @Test
    void aCommentThatSpansLinesGoes() {
        assertEquals("a   b", read("a /* one\n two */ b").withoutComments());
    }

    @Test
    void literalsGoToo() {
        assertEquals(
                "a(\"\", \"\", \"\")",
                read("a(\"x \\\" y\", \"\"\"\n z\"\"\", '\\'')").withoutCommentsAndLiterals());
    }

    @Test
    void thePackageIsTheFolder() {
        assertEquals("data", read("").packageName());
    }

    private static JavaSource read(String text) {
        return new JavaSource(Path.of("data", "A.java"), text);
    }
}
