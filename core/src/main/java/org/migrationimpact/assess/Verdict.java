package org.migrationimpact.assess;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer in plain words: what was asked, what was found, how far it may be believed, and why.
 *
 * @param question what was asked
 * @param answer one or two sentences, beginning with the grade
 * @param grade how far it may be believed
 * @param reasons what speaks for and against, one sentence each, the gravest first
 * @param ingredients what the grade is made of
 */
public record Verdict(
        String question, String answer, EvidenceGrade grade, List<String> reasons, List<Ingredient> ingredients)
        implements Serializable {

    public Verdict {
        reasons = List.copyOf(reasons);
        ingredients = List.copyOf(ingredients);
    }

    /** The verdict as text, with its reasons and the ingredients of its grade. */
    public String summary() {
        return question + "\n" + answer + "\n\nReasons\n"
                + reasons.stream().map(reason -> "- " + reason).collect(Collectors.joining("\n"))
                + "\n\nGrade: " + grade.words() + "\n"
                + ingredients.stream().map(Ingredient::toString).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return summary();
    }
}
