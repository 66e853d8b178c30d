package org.migrationimpact.data;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a publisher draws the border between Serbia and Kosovo in its figures. Not a position on the status of any territory, but a fact
 * about a table: "Serbia" of a publisher that counts Kosovo inside it is another population than "Serbia" of one that does not.
 *
 * <p>A table in which both have rows says so by its codes; where a selection keeps Serbia and leaves out Kosovo, the statement becomes a
 * note on the cube and travels with it. A reader adds the note where the codes do not say it. Two cubes with different borders must not be read as if their Serbia were
 * the same: {@link #sideBySide} warns.
 */
public enum KosovoBorder {
    /** Serbia includes Kosovo. */
    INSIDE_SERBIA("Serbia includes Kosovo in these figures, and Kosovo has no row of its own"),
    /** Serbia and Kosovo have rows of their own. */
    APART("Serbia does not include Kosovo in these figures, and Kosovo has rows of its own"),
    /** The table does not say. */
    NOT_SAID("these figures do not say whether Serbia includes Kosovo");

    private static final String UNION = "SRB+XKX";
    private static final List<String> INSIDE = List.of("UNHCR", "UN DESA");
    private static final List<String> OUTSIDE =
            List.of("Eurostat", "Frontex", "World Bank", "KNOMAD", "BAMF", "IOM gdidata", "OECD");

    private final String meaning;

    KosovoBorder(String meaning) {
        this.meaning = meaning;
    }

    /**
     * The border in the tables of a publisher, by the names of {@link Aggregate#publishers()}: inside Serbia at UNHCR and UN DESA, apart at
     * Eurostat, Frontex, the World Bank, KNOMAD, BAMF and the OECD; {@link #NOT_SAID} for others, such as the CEPII, whose Yugoslavia holds
     * both.
     */
    public static KosovoBorder at(String publisher) {
        return INSIDE.contains(publisher) ? INSIDE_SERBIA : OUTSIDE.contains(publisher) ? APART : NOT_SAID;
    }

    /**
     * The border in a cube: what a note on it says; else inside Serbia where the union of both is among its codes, apart where Kosovo is;
     * else {@link #NOT_SAID}.
     */
    public static KosovoBorder of(Observations cube) {
        return Stream.of(INSIDE_SERBIA, APART)
                .filter(border -> cube.notes().contains(border.note()))
                .findFirst()
                .orElseGet(() -> byCodes(cube));
    }

    private static KosovoBorder byCodes(Observations cube) {
        if (codes(cube).anyMatch(KosovoBorder::isUnion)) {
            return INSIDE_SERBIA;
        }
        return codes(cube).anyMatch(code -> isCountry(code, "XK")) ? APART : NOT_SAID;
    }

    /** The statement that travels with a cube: W-BORDER-001. */
    public Warning note() {
        return new Warning("W-BORDER-001", meaning);
    }

    /**
     * What must be said where figures of two cubes stand side by side: W-BORDER-002 where both name Serbia or Kosovo and their borders
     * are not known to be the same; empty otherwise.
     */
    public static Optional<Warning> sideBySide(Observations one, Observations other) {
        KosovoBorder here = of(one);
        KosovoBorder there = of(other);
        return here == there || !isConcerned(one) || !isConcerned(other)
                ? Optional.empty()
                : Optional.of(new Warning(
                        "W-BORDER-002",
                        one.quantity() + " (" + one.source().title() + "): " + here.meaning + "; " + other.quantity()
                                + " (" + other.source().title() + "): " + there.meaning
                                + "; compare the sum of Serbia and Kosovo, or neither"));
    }

    /** The note that a selection needs which keeps Serbia and leaves out the Kosovo of the same table. */
    static Optional<Warning> left(Collection<String> all, Collection<String> kept) {
        boolean lost = all.stream().anyMatch(code -> isCountry(code, "XK") && !kept.contains(code));
        return lost && kept.stream().anyMatch(code -> isCountry(code, "RS"))
                ? Optional.of(APART.note())
                : Optional.empty();
    }

    private static boolean isConcerned(Observations cube) {
        return codes(cube).anyMatch(code -> isUnion(code) || isCountry(code, "RS") || isCountry(code, "XK"));
    }

    private static boolean isUnion(String code) {
        return Aggregate.find(code)
                .filter(aggregate -> aggregate.code().equals(UNION))
                .isPresent();
    }

    private static boolean isCountry(String code, String iso2) {
        return Country.find(code).filter(country -> country.iso2().equals(iso2)).isPresent();
    }

    private static Stream<String> codes(Observations cube) {
        return cube.dimensions().stream().flatMap(dimension -> cube.codes(dimension).stream());
    }

    /** What it means, in plain words. */
    @Override
    public String toString() {
        return meaning;
    }
}
