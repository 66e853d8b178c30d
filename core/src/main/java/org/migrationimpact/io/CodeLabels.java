package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.migrationimpact.data.Country;

/** The texts of a dimension as codes: a publisher's code stays as it is, the label of a country becomes its ISO code. */
final class CodeLabels {

    /** What code lists are written in; a label has lower-case letters or blanks. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_.@$*+-]*");

    private static final int SHORTEST_LABEL = 4;

    private CodeLabels() {}

    /**
     * One code for each of these different texts. Where two labels name one country, or a label names the country of a code that is
     * there as well, the labels stay as they are, so that two rows never become one.
     */
    static List<String> codes(List<String> texts) {
        List<String> codes =
                new ArrayList<>(texts.stream().map(CodeLabels::code).toList());
        List<String> all = List.copyOf(codes);
        for (int i = 0; i < texts.size(); i++) {
            if (Collections.frequency(all, all.get(i)) > 1) {
                codes.set(i, texts.get(i));
            }
        }
        return List.copyOf(codes);
    }

    private static String code(String text) {
        if (text.length() < SHORTEST_LABEL || CODE.matcher(text).matches()) {
            return text;
        }
        return Country.find(text).map(Country::iso2).orElse(text);
    }
}
