package org.migrationimpact.model;

import java.util.List;
import org.migrationimpact.data.Period;

/**
 * One 0/1 column for each season that occurs but the first of them: {@code season.2} is 1 in February, or in the second quarter.
 *
 * @param seasons the seasons that have a column, ascending
 */
public record SeasonalDummies(List<Integer> seasons) implements Term {

    public SeasonalDummies {
        seasons = List.copyOf(seasons);
    }

    /** The seasons of these periods. */
    public static SeasonalDummies of(List<Period> periods) {
        return new SeasonalDummies(
                periods.stream().map(Period::season).distinct().sorted().skip(1).toList());
    }

    @Override
    public List<String> names() {
        return seasons.stream().map(season -> "season." + season).toList();
    }

    @Override
    public double[] at(Period period) {
        double[] row = new double[seasons.size()];
        int column = seasons.indexOf(period.season());
        if (column >= 0) {
            row[column] = 1;
        }
        return row;
    }
}
