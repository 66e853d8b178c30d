package org.migrationimpact.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The publishers' spellings of a period, and the one we print. One row a spelling; a spelling that no row knows is refused. */
final class PeriodText {

    private static final List<String> MONTHS = List.of(
            "JANUARY",
            "FEBRUARY",
            "MARCH",
            "APRIL",
            "MAY",
            "JUNE",
            "JULY",
            "AUGUST",
            "SEPTEMBER",
            "OCTOBER",
            "NOVEMBER",
            "DECEMBER");
    private static final String YEAR = "([12]\\d{3})";

    private record Spelling(Pattern pattern, Function<MatchResult, Period> meaning) {
        static Spelling of(String pattern, Function<MatchResult, Period> meaning) {
            return new Spelling(Pattern.compile(pattern), meaning);
        }
    }

    private static final List<Spelling> SPELLINGS = List.of(
            Spelling.of(YEAR + "(?:A00|-?A1)?", m -> Period.year(number(m, 1))), // 2015, 2015A00, 2015-A1
            Spelling.of(
                    YEAR + "[-_ ]?M?(\\d{2})",
                    PeriodText::month), // 2015-03, 2015M03, 2015-M03 (below), 2015_03, 201503
            Spelling.of(YEAR + "-?M(\\d{1,2})", PeriodText::month), // 2015M3, 2015-M03
            Spelling.of(YEAR + "[-_ ]?Q([1-4])", m -> Period.quarter(number(m, 1), number(m, 2))), // 2015Q1, 2015-Q1
            Spelling.of(YEAR + "[-_ ]?[SH]([12])", m -> Period.halfYear(number(m, 1), number(m, 2))), // 2015S1, 2015-S1
            Spelling.of(YEAR + "[-_ ]?W(\\d{1,2})", m -> Period.week(number(m, 1), number(m, 2))), // 2015W01, 2015-W01
            Spelling.of("([A-Z]{3,9})[-_ ]?" + YEAR, PeriodText::namedMonth), // JAN2009, Jan-2009, January 2009
            Spelling.of(YEAR + "-(\\d{2})-(\\d{2})(?:T00:00:00(?:\\.0+)?Z?)?", PeriodText::day), // 2015-12-31
            Spelling.of(YEAR + "(\\d{2})(\\d{2})", PeriodText::day)); // 20151231

    private static final Pattern WORLD_BANK = Pattern.compile("(\\S+) *\\[YR(\\S+)]"); // 2011Q1 [YR2011Q1]
    private static final int LONGEST = 40;

    private PeriodText() {}

    static Period parse(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT);
        if (plain.length() > LONGEST) {
            throw refusal(text);
        }
        Matcher twice = WORLD_BANK.matcher(plain);
        if (!twice.matches()) {
            return plain(plain, text);
        }
        Period period = plain(twice.group(1), text);
        if (!period.equals(plain(twice.group(2), text))) {
            throw refusal(text);
        }
        return period;
    }

    private static Period plain(String plain, String text) {
        for (Spelling spelling : SPELLINGS) {
            Matcher matcher = spelling.pattern.matcher(plain);
            if (matcher.matches()) {
                return meaning(text, spelling, matcher);
            }
        }
        throw refusal(text);
    }

    private static Period meaning(String text, Spelling spelling, Matcher matcher) {
        try {
            return spelling.meaning.apply(matcher.toMatchResult());
        } catch (IllegalArgumentException | DateTimeException impossible) {
            throw refusal(text);
        }
    }

    private static InputException refusal(String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return new InputException(
                "E-PERIOD-001",
                "'" + shown + "' is no period; write 2015, 2015-S1, 2015-Q1, 2015-03, 2015-W01 or 2015-03-31");
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static Period month(MatchResult match) {
        return Period.month(number(match, 1), number(match, 2));
    }

    private static Period namedMonth(MatchResult match) {
        String name = match.group(1);
        int month = 0;
        while (month < 12
                && !MONTHS.get(month).equals(name)
                && !MONTHS.get(month).substring(0, 3).equals(name)) {
            month++;
        }
        return Period.month(number(match, 2), month + 1); // an unknown name is month 13, which is refused
    }

    private static Period day(MatchResult match) {
        return Period.day(LocalDate.of(number(match, 1), number(match, 2), number(match, 3)));
    }

    static String print(Period period) {
        return switch (period.frequency()) {
            case ANNUAL -> four(period.index());
            case HALF_YEAR -> four(period.firstDay().getYear()) + "-S" + period.season();
            case QUARTER -> four(period.firstDay().getYear()) + "-Q" + period.season();
            case MONTH -> four(period.firstDay().getYear()) + "-" + two(period.season());
            case WEEK -> four(period.firstDay().get(IsoFields.WEEK_BASED_YEAR)) + "-W" + two(period.season());
            case DAY -> period.firstDay().toString();
            case ORDINAL -> Long.toString(period.index());
        };
    }

    private static String four(long year) {
        return String.format(Locale.ROOT, "%04d", year);
    }

    private static String two(int part) {
        return (part < 10 ? "0" : "") + part;
    }
}
