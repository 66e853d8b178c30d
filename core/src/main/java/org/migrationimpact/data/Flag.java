package org.migrationimpact.data;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a publisher says about one observation. A flag stays on its observation until the verdict.
 *
 * <p>Three reasons for an empty cell are kept apart: {@link #NOT_AVAILABLE} (the publisher writes that there is no figure), {@link
 * #SUPPRESSED} (there is a figure, but it is confidential) and {@link #ABSENT} (there is no such row at all). None of them is zero.
 *
 * <p>Eurostat had one list of letters until 26 January 2025 and has two since (observation status, confidentiality); {@link
 * #parse(String)} reads the first list and the new observation status, {@link #parseConfidentiality(String)} the second.
 */
public enum Flag {
    /** {@code b}: the series breaks here. */
    BREAK("b", "break in the series"),
    /** {@code d}: the definition differs. */
    DEFINITION_DIFFERS("d", "definition differs"),
    /** {@code e}: estimated. */
    ESTIMATED("e", "estimated"),
    /** {@code f}: forecast. */
    FORECAST("f", "forecast"),
    /** {@code i}, formerly {@code s}: imputed, or estimated by Eurostat. */
    IMPUTED("i", "imputed"),
    /** {@code m}, formerly {@code z}: a figure cannot exist. */
    NOT_APPLICABLE("m", "not applicable"),
    /** {@code n}: not significant; beside a zero, less than half of the unit. */
    NOT_SIGNIFICANT("n", "not significant"),
    /** {@code p}: provisional. */
    PROVISIONAL("p", "provisional"),
    /** {@code r}, no longer listed: revised. */
    REVISED("r", "revised"),
    /** {@code u}: low reliability. */
    LOW_RELIABILITY("u", "low reliability"),
    /** {@code c}, now {@code C}, or {@code *}: a figure exists but is confidential. */
    SUPPRESSED("c", "suppressed"),
    /** {@code N}: not for publication. */
    NOT_FOR_PUBLICATION("N", "not for publication"),
    /** {@code :}, {@code ..} or an empty cell: the publisher has no figure. */
    NOT_AVAILABLE(":", "not available"),
    /** The file has no row for this period: neither a figure nor a statement that there is none. */
    ABSENT("", "no row");

    private final String letter;
    private final String meaning;

    Flag(String letter, String meaning) {
        this.letter = letter;
        this.meaning = meaning;
    }

    /** The publisher's letter of today; empty for {@link #ABSENT}. */
    public String letter() {
        return letter;
    }

    /** What it means, in plain words. */
    public String meaning() {
        return meaning;
    }

    /**
     * The flags in a publisher's letters, of either era, written together: {@code bep} is break, estimated, provisional.
     *
     * @throws InputException E-FLAG-001 for a letter of neither era
     */
    public static Set<Flag> parse(String letters) {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        letters.strip().chars().filter(c -> c != ' ' && c != ',').forEach(c -> flags.add(ofLetter((char) c, letters)));
        return flags;
    }

    private static Flag ofLetter(char letter, String all) {
        return switch (letter) {
            case 'b' -> BREAK;
            case 'c', '*' -> SUPPRESSED;
            case 'd' -> DEFINITION_DIFFERS;
            case 'e' -> ESTIMATED;
            case 'f' -> FORECAST;
            case 'i', 's' -> IMPUTED;
            case 'm', 'z' -> NOT_APPLICABLE;
            case 'n' -> NOT_SIGNIFICANT;
            case 'p' -> PROVISIONAL;
            case 'r' -> REVISED;
            case 'u' -> LOW_RELIABILITY;
            case ':' -> NOT_AVAILABLE;
            default ->
                throw new InputException(
                        "E-FLAG-001",
                        "'" + letter + "' in '" + all + "' is no flag; known are b c d e f i m n p r s u z : *");
        };
    }

    /**
     * The flag of Eurostat's confidentiality column: {@code C} (or {@code P}, primary) is confidential, {@code N} not for publication,
     * empty or {@code F} is free.
     *
     * @throws InputException E-FLAG-002 for anything else
     */
    public static Set<Flag> parseConfidentiality(String status) {
        return switch (status.strip()) {
            case "", "F" -> EnumSet.noneOf(Flag.class);
            case "C", "P", "S" -> EnumSet.of(SUPPRESSED);
            case "N" -> EnumSet.of(NOT_FOR_PUBLICATION);
            default ->
                throw new InputException(
                        "E-FLAG-002",
                        "'" + status + "' is no confidentiality status; known are C, N, P, S, F and empty");
        };
    }

    static int mask(Set<Flag> flags) {
        int mask = 0;
        for (Flag flag : flags) {
            mask |= 1 << flag.ordinal();
        }
        return mask;
    }

    static Set<Flag> unmask(int mask) {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : values()) {
            if ((mask & 1 << flag.ordinal()) != 0) {
                flags.add(flag);
            }
        }
        return Collections.unmodifiableSet(flags);
    }
}
