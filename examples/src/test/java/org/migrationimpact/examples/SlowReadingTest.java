package org.migrationimpact.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlowReadingTest {

    @Test
    void onlyASlowReadingIsTold() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
        SlowReading reading =
                new SlowReading("long.csv", new PrintStream(told, true, StandardCharsets.UTF_8), now::get);
        assertTrue(reading.goesOn(1 << 20, 100 << 20));
        assertEquals("", told.toString(StandardCharsets.UTF_8));
        now.addAndGet(2_000_000_000L);
        assertTrue(reading.goesOn(50 << 20, 100 << 20));
        assertTrue(reading.goesOn(51 << 20, 100 << 20));
        assertEquals(
                "reading long.csv: 50% of 100 MiB",
                told.toString(StandardCharsets.UTF_8).strip());
    }
}
