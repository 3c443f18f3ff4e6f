package dev.saidao.policy.index;

import dev.saidao.core.table.Failure;
import java.util.List;

/**
 * The values of indicators as a file has them.
 *
 * @param table the values
 * @param aside the columns that are no indicators of the framework
 * @param failures the values that could not be read, and are taken as missing
 * @since 0.1
 */
public record IndicatorRows(IndicatorTable table, List<String> aside, List<Failure> failures) {

    /**
     * Creates one.
     *
     * @param table the values
     * @param aside the columns kept aside
     * @param failures the values taken as missing
     */
    public IndicatorRows {
        aside = List.copyOf(aside);
        failures = List.copyOf(failures);
    }
}
