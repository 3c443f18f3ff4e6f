package dev.saidao.forecasting.series;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Explained;
import dev.saidao.core.derivation.Explanation;
import dev.saidao.core.internal.Doubles;
import java.util.List;

/**
 * The yearly growth rate of a series.
 *
 * @param rate the rate as a fraction: 0.1 is 10 % a year
 * @param bounds what the rate may be where the values are known within bounds only, such as those of printed digits; from -1, and without
 *     end where a value has no lower bound above 0 or no upper bound
 * @param firstYear the year of the first value
 * @param lastYear the year of the last value
 * @param formula how it was obtained
 * @since 0.1
 */
public record SeriesGrowth(double rate, Interval bounds, int firstYear, int lastYear, Label formula)
        implements Explained {

    @Override
    public Explanation explanation() {
        return Explanation.of(
                List.of(
                        formula,
                        Label.of(
                                firstYear + " to " + lastYear + ", " + (lastYear - firstYear) + " steps",
                                firstYear + " 至 " + lastYear + "," + (lastYear - firstYear) + " 步")),
                List.of());
    }

    /** {@return a line such as {@code 0.1 [0.0955, 0.1045], 2021 to 2023}} */
    @Override
    public String toString() {
        return Doubles.shown(rate) + " " + bounds + ", " + firstYear + " to " + lastYear;
    }
}
