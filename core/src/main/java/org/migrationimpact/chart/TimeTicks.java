package org.migrationimpact.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.migrationimpact.data.Frequency;

/** Ticks where the calendar has them: years, half-years, quarters, months or days, as close as their labels allow. */
final class TimeTicks {

    /** A tick: where, and one or two lines of label, the second one the year. */
    record Tick(double at, List<String> label) {}

    private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000};
    private static final double GAP = 0.8;

    private final TimeAxis axis;
    private final double pixels;
    private final Lettering letters;

    private TimeTicks(TimeAxis axis, double pixels, Lettering letters) {
        this.axis = axis;
        this.pixels = pixels;
        this.letters = letters;
    }

    /** The ticks of an axis drawn over so many pixels in this type. */
    static List<Tick> of(TimeAxis axis, double pixels, Lettering letters) {
        TimeTicks ticks = new TimeTicks(axis, pixels, letters);
        return axis.isCalendar() ? ticks.calendar() : ticks.numbers();
    }

    private List<Tick> calendar() {
        List<Tick> ticks = days();
        for (int i = 0; ticks.isEmpty() && i < MONTHS.length; i++) {
            ticks = MONTHS[i] < shortest() ? List.of() : fitting(months(MONTHS[i]));
        }
        return ticks.isEmpty() ? List.of(firstPeriod()) : ticks;
    }

    private int shortest() {
        return switch (axis.frequency()) {
            case ANNUAL -> 12;
            case HALF_YEAR -> 6;
            case QUARTER -> 3;
            default -> 1;
        };
    }

    /** Each period, for a short series by day or week. */
    private List<Tick> days() {
        boolean fine = axis.frequency() == Frequency.DAY || axis.frequency() == Frequency.WEEK;
        long periods = axis.first().until(axis.last()) + 1;
        if (!fine || periods > 62) {
            return List.of();
        }
        for (int step : new int[] {1, 2, 7, 14}) {
            List<Tick> ticks = fitting(withYears(
                    LongStream.range(0, (periods + step - 1) / step)
                            .mapToObj(i -> axis.first().plus(i * step).firstDay())
                            .toList(),
                    Precision.DAY));
            if (!ticks.isEmpty()) {
                return ticks;
            }
        }
        return List.of();
    }

    private enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    private List<Tick> months(int step) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate begin = axis.first().firstDay();
        long month = Math.floorDiv(begin.getYear() * 12L + begin.getMonthValue() - 1, (long) step) * step;
        for (; ; month += step) {
            LocalDate day = LocalDate.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
            if (TimeAxis.at(day) >= axis.high()) {
                return withYears(days, step < 12 ? Precision.MONTH : Precision.YEAR);
            }
            if (!day.isBefore(begin)) {
                days.add(day);
            }
        }
    }

    /** Days and months are named; their year stands below the first tick and wherever it changes. */
    private List<Tick> withYears(List<LocalDate> days, Precision precision) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i);
            boolean newYear = i == 0 || days.get(i - 1).getYear() != day.getYear();
            ticks.add(new Tick(axis.tickAt(day), label(day, precision, newYear)));
        }
        return ticks;
    }

    private static List<String> label(LocalDate day, Precision precision, boolean newYear) {
        String year = Integer.toString(day.getYear());
        String month = MeasureLine.month(day.getMonthValue());
        String text = precision == Precision.DAY ? day.getDayOfMonth() + " " + month : month;
        if (precision == Precision.YEAR) {
            return List.of(year);
        }
        return newYear ? List.of(text, year) : List.of(text);
    }

    private List<Tick> numbers() {
        long first = axis.first().index();
        long last = axis.last().index();
        for (long ten = 1; ten <= last - first + 1; ten *= 10) {
            for (long times : new long[] {1, 2, 5}) {
                long step = ten * times;
                List<Tick> ticks =
                        fitting(LongStream.rangeClosed(-Math.floorDiv(-first, step), Math.floorDiv(last, step))
                                .mapToObj(i -> new Tick(i * step, List.of(Long.toString(i * step))))
                                .toList());
                if (!ticks.isEmpty()) {
                    return ticks;
                }
            }
        }
        return List.of(firstPeriod());
    }

    private Tick firstPeriod() {
        return new Tick(TimeAxis.middle(axis.first()), List.of(axis.first().toString()));
    }

    /** The ticks, or none where two labels would touch. */
    private List<Tick> fitting(List<Tick> ticks) {
        double perUnit = pixels / (axis.high() - axis.low());
        for (int i = 1; i < ticks.size(); i++) {
            double apart = (ticks.get(i).at() - ticks.get(i - 1).at()) * perUnit;
            if (apart < (width(ticks.get(i - 1)) + width(ticks.get(i))) / 2 + GAP * letters.size()) {
                return List.of();
            }
        }
        return ticks;
    }

    private double width(Tick tick) {
        return tick.label().stream()
                .map(letters::width)
                .max(Comparator.naturalOrder())
                .orElse(0.0);
    }
}
