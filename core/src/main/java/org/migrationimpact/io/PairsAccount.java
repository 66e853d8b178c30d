package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Pairs;
import org.migrationimpact.table.Names;

/** The account of a table of pairs in plain lines: places, attributes, words, missing values. */
final class PairsAccount {

    private PairsAccount() {}

    static List<String> of(Pairs pairs) {
        List<String> lines = new ArrayList<>();
        lines.add(codes("origins", pairs.origins()));
        lines.add(codes("destinations", pairs.destinations()));
        lines.add("  pairs: " + pairs.all().size());
        lines.add("  periods: none; the table says nothing about time, so it makes pairs and no series");
        if (!pairs.source().vintage().isEmpty()) {
            lines.add("  vintage: " + Names.quoted(pairs.source().vintage()));
        }
        lines.add("  " + pairs.audit());
        pairs.notes().forEach(note -> lines.add("  " + note));
        for (int i = 0; i < pairs.attributes().size(); i++) {
            lines.add(attribute(pairs, i));
        }
        return lines;
    }

    private static String codes(String name, List<String> codes) {
        return "  " + name + ": " + codes.size() + (codes.size() == 1 ? " code: " : " codes: ") + Names.some(codes);
    }

    private static String attribute(Pairs pairs, int at) {
        int numbers = 0;
        int zeros = 0;
        Map<String, Integer> words = new TreeMap<>();
        Map<Flag, Integer> missing = new TreeMap<>();
        for (Pairs.Pair pair : pairs.all()) {
            Pairs.Cell cell = pair.cells().get(at);
            numbers += Double.isNaN(cell.value()) ? 0 : 1;
            zeros += cell.value() == 0 ? 1 : 0;
            if (Double.isNaN(cell.value()) && cell.flags().isEmpty()) {
                words.merge(cell.text(), 1, Integer::sum);
            }
            if (Double.isNaN(cell.value())) {
                cell.flags().forEach(flag -> missing.merge(flag, 1, Integer::sum));
            }
        }
        return "  " + Names.quoted(pairs.attributes().get(at)) + ": " + numbers + " numbers, " + zeros
                + " of them zero; missing: " + CubeAccount.told(missing)
                + (words.isEmpty() ? "" : "; words: " + told(words));
    }

    private static String told(Map<String, Integer> words) {
        return words.entrySet().stream()
                .limit(Names.SHOWN)
                .map(word -> word.getValue() + " " + Names.quoted(word.getKey()))
                .collect(Collectors.joining(", "));
    }
}
