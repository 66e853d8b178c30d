package org.migrationimpact.indicator;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.Confidence;

/**
 * One thing that can be counted, where it is published, and what to beware of.
 *
 * @param id the id, such as {@code J11}
 * @param name what is counted
 * @param paragraphs the paragraphs of the declaration it speaks to, such as {@code j7} or {@code m}
 * @param definition how it is made
 * @param publication where it is found
 * @param reading how it is used
 * @param confidence how sure the entry is
 */
public record Indicator(
        String id,
        String name,
        List<String> paragraphs,
        Definition definition,
        Publication publication,
        Reading reading,
        Confidence confidence)
        implements Serializable {

    /**
     * How an indicator is made.
     *
     * @param formula the formula, or a name of the count
     * @param unit the unit
     * @param counted whether it is a flow, a stock, a ratio ...
     */
    public record Definition(String formula, String unit, Counted counted) implements Serializable {}

    /**
     * Where an indicator is found.
     *
     * @param publishers who publishes it, or the indicators it is made from
     * @param datasets the publisher's codes; {@code derived} where it is made from others, {@code none} where no table has it
     * @param frequency how often, in letters: {@code A}, {@code Q}, {@code M}, {@code 5y}
     */
    public record Publication(String publishers, List<String> datasets, String frequency) implements Serializable {
        public Publication {
            datasets = List.copyOf(datasets);
        }
    }

    /**
     * How an indicator is used.
     *
     * @param transform the scale on which effects are estimated
     * @param desiredSign {@code +} where more is better, {@code -} where less is, {@code ctx} where it depends; a few say more
     * @param caveat what to beware of; {@code -} where nothing is noted
     */
    public record Reading(String transform, String desiredSign, String caveat) implements Serializable {}

    public Indicator {
        paragraphs = List.copyOf(paragraphs);
    }

    /** One line: id, name, unit, kind, publishers, what to beware of and confidence. */
    @Override
    public String toString() {
        return id + " " + name + " [" + definition.unit() + "], " + definition.counted() + "; "
                + publication.publishers() + "; beware: " + reading.caveat() + " (" + confidence + ")";
    }
}
