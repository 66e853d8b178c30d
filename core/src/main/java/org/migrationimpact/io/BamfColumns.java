package org.migrationimpact.io;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The German headings of BAMF's columns as three codes: what is counted, in which procedure, with which outcome. Slips of the pen in them do not matter. */
final class BamfColumns {

    private static final Map<String, Pattern> OUTCOMES = new LinkedHashMap<>();

    static {
        OUTCOMES.put("ASYLUM", Pattern.compile("art\\.? ?16 ?a"));
        OUTCOMES.put("REFUGEE", Pattern.compile("par\\.? ?3 "));
        OUTCOMES.put("SUBSIDIARY", Pattern.compile("par\\.? ?4 "));
        OUTCOMES.put("DEPORTATION_BAN", Pattern.compile("par\\.? ?60 "));
        OUTCOMES.put("REJECTED", Pattern.compile("ablehnungen"));
        OUTCOMES.put("OTHERWISE_CLOSED", Pattern.compile("sonstige verfahrenserledigungen"));
        OUTCOMES.put("NO_FURTHER_PROCEDURE", Pattern.compile("kein weiteres verfahren"));
        OUTCOMES.put("FORMALLY_CLOSED", Pattern.compile("formelle verfahrenserledigungen"));
        OUTCOMES.put("TOTAL", Pattern.compile("insgesamt"));
    }

    private BamfColumns() {}

    /** The codes of indicator, procedure and outcome; empty for a heading that is none of them. */
    static Optional<List<String>> codes(String heading) {
        String text = plain(heading);
        String procedure =
                text.contains("folgeantraege") ? "subsequent" : text.contains("erstantraege") ? "first" : "TOTAL";
        if (text.startsWith("asylantraege")) {
            return Optional.of(List.of("applications", procedure, "TOTAL"));
        }
        if (text.startsWith("anhaengige verfahren")) {
            return Optional.of(List.of("pending", procedure, "TOTAL"));
        }
        return text.startsWith("entscheidungen")
                ? outcome(text).map(outcome -> List.of("decisions", procedure, outcome))
                : Optional.empty();
    }

    private static Optional<String> outcome(String text) {
        return OUTCOMES.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String plain(String text) {
        return written(text).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    /** Umlauts, of one character or two, written out, as most of the files have them. */
    static String written(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
    }
}
