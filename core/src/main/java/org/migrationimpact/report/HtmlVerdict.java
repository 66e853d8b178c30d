package org.migrationimpact.report;

import java.util.List;
import org.migrationimpact.assess.EvidenceGrade;
import org.migrationimpact.assess.Ingredient;
import org.migrationimpact.assess.Verdict;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Result;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The answer at the top of a page: question, grade, sentence, reasons, and what the grade is made of. */
final class HtmlVerdict {

    private HtmlVerdict() {}

    static void write(Html page, Finding finding, String anchor) {
        if (finding.verdicts().isEmpty()) {
            page.open("article", "class", "verdict none")
                    .element("h2", finding.question())
                    .element("p", "Not graded", "class", "grade")
                    .element(
                            "p",
                            "An estimate alone: whether it should be believed as an effect was not assessed.",
                            "class",
                            "answer");
            finding.results().forEach(result -> page.element("p", subject(result)));
            details(page, anchor);
        }
        finding.verdicts().forEach(verdict -> write(page, verdict, anchor));
    }

    private static String subject(Result result) {
        return result instanceof Impact impact ? impact.effect().estimand() : result.question();
    }

    private static void write(Html page, Verdict verdict, String anchor) {
        page.open("article", "class", "verdict " + colour(verdict.grade()))
                .element("h2", verdict.question())
                .element("p", capital(verdict.grade().words()), "class", "grade")
                .element("p", verdict.answer(), "class", "answer")
                .element("h3", "Why");
        list(page, verdict.reasons());
        page.element("h3", "What the grade is made of");
        HtmlTable.write(page, ingredients(verdict.ingredients()));
        details(page, anchor);
    }

    private static void details(Html page, String anchor) {
        page.open("p")
                .element("a", "Pictures, numbers and checks", "href", "#" + anchor)
                .close("p")
                .close("article");
    }

    static void list(Html page, List<String> sentences) {
        page.open("ul");
        sentences.forEach(sentence -> page.element("li", sentence));
        page.close("ul");
    }

    private static Table ingredients(List<Ingredient> ingredients) {
        int sum = ingredients.stream().mapToInt(Ingredient::steps).sum();
        StringColumn parts = StringColumn.create("part", ingredients.stream().map(Ingredient::name));
        IntColumn steps = IntColumn.create(
                "steps", ingredients.stream().mapToInt(Ingredient::steps).toArray());
        StringColumn reasons =
                StringColumn.create("reason", ingredients.stream().map(Ingredient::reason));
        parts.append("sum");
        steps.append(sum);
        reasons.append("0 or less is no credible effect, 4 or more strong evidence");
        return Table.create("Steps given and taken away", parts, steps, reasons);
    }

    private static String colour(EvidenceGrade grade) {
        return switch (grade) {
            case NOT_CREDIBLE -> "not-credible";
            case WEAK -> "weak";
            case LIMITED -> "limited";
            case MODERATE -> "moderate";
            case STRONG -> "strong";
        };
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
