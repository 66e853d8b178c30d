package org.migrationimpact.assess;

import java.io.Serializable;

/**
 * The smallest effect that a design would show with the power that was asked for.
 *
 * @param periods how many periods after the measure are there
 * @param effect the smallest effect, on the scale of the design: in the unit of the series, or in log points
 * @param error the Monte Carlo error of that effect
 * @param percent the same in per cent of what is expected without the measure, as a rise; {@code NaN} where the expectation is too near to
 *     0 for a percentage
 * @param falsePositives how often the design finds an effect where there is none: power at a level of 5 % means little where this is far
 *     above 5 %
 */
public record Detectable(int periods, double effect, double error, double percent, Rate falsePositives)
        implements Serializable {}
