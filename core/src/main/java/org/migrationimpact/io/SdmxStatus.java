package org.migrationimpact.io;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.migrationimpact.data.Flag;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;

/**
 * Observation status in letters of either list: Eurostat's flags in lower case ({@code bep}), SDMX' code list of observation status in
 * capitals ({@code A} normal, {@code B} break, {@code E} estimated …). A status that no flag expresses is counted, so that a note can tell.
 */
final class SdmxStatus {

    private static final Map<String, Flag> CAPITALS = Map.ofEntries(
            Map.entry("B", Flag.BREAK),
            Map.entry("D", Flag.DEFINITION_DIFFERS),
            Map.entry("E", Flag.ESTIMATED),
            Map.entry("F", Flag.FORECAST),
            Map.entry("I", Flag.IMPUTED),
            Map.entry("N", Flag.NOT_SIGNIFICANT),
            Map.entry("P", Flag.PROVISIONAL),
            Map.entry("U", Flag.LOW_RELIABILITY),
            Map.entry("M", Flag.NOT_APPLICABLE),
            Map.entry("Q", Flag.SUPPRESSED),
            Map.entry("L", Flag.NOT_AVAILABLE),
            Map.entry("O", Flag.NOT_AVAILABLE),
            Map.entry("H", Flag.NOT_AVAILABLE));

    private final Map<String, Integer> others = new TreeMap<>();

    /** The flags of a status, which may hold several letters, with blanks, commas or semicolons between. */
    Set<Flag> flags(String status, Place place) {
        String plain = status.replaceAll("[\\s,;|]", "");
        return plain.chars().anyMatch(Character::isUpperCase) ? capitals(plain, place) : place.flags(plain);
    }

    private Set<Flag> capitals(String letters, Place place) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (String letter : letters.chars().mapToObj(Character::toString).toList()) {
            Flag flag = CAPITALS.get(letter);
            if (flag != null) {
                flags.add(flag);
            } else if (!letter.matches("[AGJKSVW]")) {
                throw place.refuse(
                        "E-SDMX-005",
                        "'" + Names.quoted(letters)
                                + "' is no observation status; known are the letters of SDMX (A B D E F G H I J K L M N O P"
                                + " Q S U V W) and Eurostat's flags in lower case");
            } else if (!letter.equals("A")) {
                others.merge(letter, 1, Integer::sum);
            }
        }
        return flags;
    }

    /** What was met that no flag expresses: {@code 12 G (experimental)}; empty where there was nothing. */
    String untold() {
        StringBuilder told = new StringBuilder();
        others.forEach((letter, count) -> told.append(told.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(letter)
                .append(" (")
                .append(meaning(letter))
                .append(')'));
        return told.toString();
    }

    private static String meaning(String letter) {
        return switch (letter) {
            case "G" -> "experimental";
            case "J" -> "derogation";
            case "K" -> "included in another category";
            case "S" -> "strike or other special event";
            case "V" -> "not validated";
            default -> "includes another category";
        };
    }
}
