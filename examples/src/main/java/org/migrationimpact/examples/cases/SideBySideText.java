package org.migrationimpact.examples.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A case in plain text: question, figures, the table of designs, what each assumes, and why they differ. */
final class SideBySideText {

    private final SideBySide one;

    private SideBySideText(SideBySide one) {
        this.one = one;
    }

    static String of(SideBySide one) {
        return new SideBySideText(one).text();
    }

    private String text() {
        List<String> lines = new ArrayList<>(List.of(one.title(), one.question(), ""));
        lines.addAll(one.data());
        lines.add("");
        lines.addAll(table());
        lines.add("");
        lines.add("What each assumes:");
        one.answers().forEach(answer -> lines.add("  " + answer.name() + ": " + answer.assumes()));
        lines.add("");
        lines.add("Why they differ:");
        one.why().forEach(reason -> lines.add("  " + reason));
        return String.join("\n", lines) + "\n";
    }

    private List<String> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "design",
                "effect, " + one.unit(),
                "95 % interval",
                "in per cent",
                "p",
                one.whole().heading()));
        for (int i = 0; i < one.answers().size(); i++) {
            rows.add(row(one.answers().get(i), one.whole().values().get(i)));
        }
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(c ->
                        rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> row(Answered answer, double common) {
        return List.of(
                answer.name(),
                Answered.plain(answer.estimate()),
                answer.interval(),
                answer.percent(),
                answer.pValue(),
                Double.isNaN(common) ? "" : Answered.plain(common));
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(
                        c -> cells.get(c) + " ".repeat(widths[c] - cells.get(c).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
