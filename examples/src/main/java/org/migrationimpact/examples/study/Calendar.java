package org.migrationimpact.examples.study;

import java.util.List;
import java.util.regex.Pattern;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;

/** Texts of a study file as periods of the data: a month among months, a year among years, a plain number where there is no calendar. */
final class Calendar {

    private static final Pattern RANGE = Pattern.compile("\\s*\\.\\.\\s*");
    private static final int LONGEST = 100_000;

    private Calendar() {}

    /** The period that the text names, which must be one of the data's frequency. */
    static Period period(Text text, Frequency frequency) {
        if (frequency == Frequency.ORDINAL) {
            return ordinal(text);
        }
        Period period = parsed(text);
        if (isFirstDay(period, frequency)) {
            return Period.containing(period.firstDay(), frequency);
        }
        if (period.frequency() != frequency) {
            throw text.place()
                    .refusal(
                            "E-STUDY-022",
                            text.text() + " is a " + period.frequency().noun() + ", the data are by " + frequency.noun()
                                    + "; write " + suggestion(period, frequency));
        }
        return period;
    }

    /** A day with which a longer period begins stands for that period: many tables write their months so. */
    private static boolean isFirstDay(Period period, Frequency frequency) {
        return period.frequency() == Frequency.DAY
                && Period.containing(period.firstDay(), frequency).firstDay().equals(period.firstDay());
    }

    private static Period ordinal(Text text) {
        if (!text.isWhole()) {
            throw text.place()
                    .refusal(
                            "E-STUDY-023",
                            "'" + text.text()
                                    + "' is no whole number; the periods of the data are plain numbers without a calendar");
        }
        return Period.ordinal(Long.parseLong(text.text()));
    }

    private static Period parsed(Text text) {
        try {
            return Period.parse(text.text());
        } catch (InputException e) {
            throw text.place().refusal(e);
        }
    }

    private static String suggestion(Period found, Frequency wanted) {
        Period holding = Period.containing(found.firstDay(), wanted);
        boolean finer =
                holding.lastDay().isAfter(found.lastDay()) || holding.lastDay().equals(found.lastDay());
        if (!finer) {
            return "the " + wanted.noun() + ", such as " + holding;
        }
        return holding.firstDay().equals(found.firstDay())
                ? holding.toString()
                : holding.plus(1) + " if the first " + wanted.noun() + " treated from its beginning is meant, or "
                        + holding + " for the " + wanted.noun() + " in which it lies";
    }

    /** Whether the text has two ends with dots between. */
    static boolean isRange(Text text) {
        return text.text().contains("..");
    }

    /** The two ends of a range. */
    static List<Text> ends(Text text) {
        String[] parts = RANGE.split(text.text(), -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw text.place()
                    .refusal(
                            "E-STUDY-024",
                            "'" + text.text() + "' is no range; write a first and a last period: 2009-01..2012-12");
        }
        return List.of(new Text(text.place(), parts[0].strip()), new Text(text.place(), parts[1].strip()));
    }

    /** The first and the last period of a range. */
    static List<Period> range(List<Text> ends, Frequency frequency, String what) {
        Period first = period(ends.get(0), frequency);
        Period last = period(ends.get(1), frequency);
        if (last.isBefore(first) || first.until(last) > LONGEST) {
            throw ends.get(0)
                    .place()
                    .refusal(
                            "E-STUDY-025",
                            what + " runs from " + first + " to " + last
                                    + "; the last period lies after the first, at most " + LONGEST + " later");
        }
        return List.of(first, last);
    }

    /** A number of periods; one that reads as a year is refused, because a year may be meant. */
    static int count(Text text, String key, int least) {
        int periods = (int) text.whole(key, least, LONGEST);
        if (periods >= 1000 && periods < 3000) {
            throw text.place()
                    .refusal(
                            "E-STUDY-026",
                            key + ": " + periods + " would be a number of periods; for a year write " + periods + ".."
                                    + periods + ", for periods on each side at most 999");
        }
        return periods;
    }
}
