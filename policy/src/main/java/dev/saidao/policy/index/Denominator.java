package dev.saidao.policy.index;

/** Divides the values of indicators by their denominators. */
final class Denominator {

    private Denominator() {}

    /** Whether a table has the columns of an indicator. */
    static boolean isIn(IndicatorTable table, IndicatorNode indicator) {
        return table.hasColumn(indicator.code())
                && indicator.denominator().map(table::hasColumn).orElse(true);
    }

    /** The values of an indicator in the order of the units, NaN where value or denominator is missing. */
    static double[] divided(IndicatorNode indicator, IndicatorTable table) {
        double[] values = table.column(indicator.code());
        if (indicator.denominator().isPresent()) {
            double[] divisors = table.column(indicator.denominator().get());
            for (int unit = 0; unit < values.length; unit++) {
                values[unit] = quotient(
                        indicator, values[unit], divisors[unit], table.units().get(unit));
            }
        }
        return values;
    }

    /** The value of an indicator for one unit, NaN where value or denominator is missing. */
    static double divided(IndicatorNode indicator, IndicatorTable table, String unit) {
        double value = table.value(unit, indicator.code()).orElse(Double.NaN);
        if (indicator.denominator().isEmpty()) {
            return value;
        }
        String denominator = indicator.denominator().get();
        return table.hasColumn(denominator)
                ? quotient(indicator, value, table.value(unit, denominator).orElse(Double.NaN), unit)
                : Double.NaN;
    }

    private static double quotient(IndicatorNode indicator, double value, double divisor, String unit) {
        if (divisor <= 0) {
            throw new IllegalArgumentException("Denominator "
                    + indicator.denominator().orElse("") + " must be positive: " + divisor + " (" + unit + ")");
        }
        double quotient = value / divisor;
        if (Math.abs(quotient) > IndicatorTable.MAX_MAGNITUDE) {
            throw new IllegalArgumentException("Value of " + unit + ", " + indicator.code()
                    + ", divided by its denominator must be within ±1e150: " + quotient);
        }
        return quotient;
    }
}
