package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;

class SampleAuditTest {

    @Test
    void whatIsDroppedIsSaidWithItsReason() {
        SampleAudit audit = SampleAudit.complete(137)
                .drop("outside the window", 80)
                .drop("missing", 0)
                .drop("suppressed", 9);
        assertEquals("137 rows read, 48 used; 80 outside the window, 9 suppressed", audit.toString());
        assertThat(audit.dropped()).hasSize(2);
        assertEquals("0 rows read, 0 used", SampleAudit.complete(0).toString());
    }

    @Test
    void whatNoFileHasIsNotCountedAsRead() {
        SampleAudit audit = SampleAudit.complete(10)
                .add("as zeros that the table leaves out", 5)
                .drop("other route", 7);
        assertEquals(10, audit.read());
        assertEquals(8, audit.used());
        assertEquals(List.of(new SampleAudit.Added("as zeros that the table leaves out", 5)), audit.added());
        assertEquals(
                "10 rows read, 5 added as zeros that the table leaves out, 8 used; 7 other route", audit.toString());
        assertThat(SampleAudit.complete(10).add("nothing", 0)).isEqualTo(SampleAudit.complete(10));
    }

    @Test
    void aStepFollowsTheOneBefore() {
        SampleAudit first = SampleAudit.complete(10).drop("blank", 4);
        SampleAudit next = SampleAudit.complete(6).add("zeros", 2).drop("late", 1);
        assertEquals(
                "10 rows read, 2 added zeros, 7 used; 4 blank, 1 late",
                first.then(next).toString());
        Refusal.argument("the next step read 5 rows of 6", () -> first.then(SampleAudit.complete(5)));
    }

    @Test
    void countsThatDoNotAddUpAreRefused() {
        Refusal.argument(
                "rows do not add up: 10 read, 5 used, 4 dropped",
                () -> new SampleAudit(10, 5, List.of(new SampleAudit.Dropped("x", 4))));
        Refusal.argument(
                "rows do not add up: 10 read, 3 added, 12 used, 0 dropped",
                () -> new SampleAudit(10, 12, List.of(), List.of(new SampleAudit.Added("x", 3))));
        Refusal.argument(
                "rows do not add up: 5 read, -2 used, 7 dropped",
                () -> SampleAudit.complete(5).drop("x", 7));
        Refusal.argument("rows do not add up: -1 read, -1 used, 0 dropped", () -> SampleAudit.complete(-1));
        Refusal.argument("rows must be 0 or more, got -1", () -> new SampleAudit.Dropped("x", -1));
        Refusal.argument("rows must be 0 or more, got -1", () -> new SampleAudit.Added("x", -1));
        SampleAudit.Dropped most = new SampleAudit.Dropped("x", Integer.MAX_VALUE);
        Refusal.argument(
                "rows do not add up: 0 read, 2 used, 4294967294 dropped",
                () -> new SampleAudit(0, 2, List.of(most, most)));
    }

    @Test
    void anAuditSurvivesSerialization() throws IOException, ClassNotFoundException {
        SampleAudit audit = SampleAudit.complete(10).add("zeros", 2).drop("late", 3);
        assertThat(Serialized.copy(audit)).isEqualTo(audit).hasSameHashCodeAs(audit);
    }
}
