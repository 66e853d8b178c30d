package org.migrationimpact.measure;

import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.data.Confidence;

/** Something that moves a series without any measure: a crisis, a war, a break of a definition, a change of composition. */
public final class Shock implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String name;
    private final Span span;
    private final Affected affected;
    private final Nature nature;

    record Span(PartialDate start, @Nullable PartialDate end) implements Serializable {}

    record Nature(String kind, String effect, Confidence confidence) implements Serializable {}

    Shock(String id, String name, Span span, Affected affected, Nature nature) {
        this.id = id;
        this.name = name;
        this.span = span;
        this.affected = affected;
        this.nature = nature;
    }

    /** The id, such as {@code S22}. */
    public String id() {
        return id;
    }

    /** What happened. */
    public String name() {
        return name;
    }

    /** When it began. */
    public PartialDate start() {
        return span.start();
    }

    /** When it ended; empty where it is not known to have ended, or where a break stays. */
    public Optional<PartialDate> end() {
        return Optional.ofNullable(span.end());
    }

    /** Whom it affects. */
    public Affected affected() {
        return affected;
    }

    /** Of which kind it is: {@code economic}, {@code definition break}, {@code conflict} ... */
    public String kind() {
        return nature.kind();
    }

    /** What it does to a series, with figures where there are some. */
    public String effect() {
        return nature.effect();
    }

    /** How sure the facts are. */
    public Confidence confidence() {
        return nature.confidence();
    }

    /** Whether it may have lasted on a day from {@code from} to {@code to}; one without an end lasts. */
    public boolean mayOverlap(LocalDate from, LocalDate to) {
        return !start().earliest().isAfter(to)
                && end().stream().noneMatch(end -> end.latest().isBefore(from));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shock shock
                && id.equals(shock.id)
                && name.equals(shock.name)
                && span.equals(shock.span)
                && affected.equals(shock.affected)
                && nature.equals(shock.nature);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name);
    }

    /** One line: id, name, dates, whom it affects, kind and confidence. */
    @Override
    public String toString() {
        return id + " " + name + "; " + start() + end().map(end -> " to " + end).orElse(", no end known") + "; affects "
                + affected + "; " + kind() + " (" + confidence() + ")";
    }
}
