package org.migrationimpact.examples.cases;

import java.util.List;
import org.migrationimpact.data.Source;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.table.InputFile;

/**
 * One question answered by several designs.
 *
 * @param name the beginning of its file names
 * @param title what was done
 * @param question what is asked
 * @param data which series are compared, and which are not
 * @param answers the designs, the simplest first
 * @param whole the periods over which every design's mean gap is taken too, in words, and what that comes to
 * @param why why the answers differ, a paragraph each
 * @param pictures what is drawn
 * @param files what was read
 * @param sources where the figures come from
 */
record SideBySide(
        String name,
        String title,
        String question,
        List<String> data,
        List<Answered> answers,
        Common whole,
        List<String> why,
        List<Case.Picture> pictures,
        List<InputFile> files,
        List<Source> sources) {

    /**
     * The mean gap of every design over the same periods.
     *
     * @param heading of its column
     * @param values in the order of the answers; {@code NaN} where a design has none
     */
    record Common(String heading, List<Double> values) {}

    SideBySide {
        data = List.copyOf(data);
        answers = List.copyOf(answers);
        why = List.copyOf(why);
        pictures = List.copyOf(pictures);
        files = List.copyOf(files);
        sources = List.copyOf(sources);
    }

    List<Impact> impacts() {
        return answers.stream().map(Answered::impact).toList();
    }

    String unit() {
        return answers.get(0).unit();
    }
}
