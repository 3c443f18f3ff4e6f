package dev.saidao.policy.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.NaNPolicy;

/** Finds what stands in for the missing values of one indicator. */
final class Imputer {

    private static final Median MEDIAN =
            Median.withDefaults().with(NaNPolicy.EXCLUDE).withCopy(true);

    private final IndicatorNode indicator;
    private final IndicatorTable table;
    private final double[] values;

    /**
     * An imputer.
     *
     * @param values the values of the indicator, divided by its denominator, NaN where there is none
     */
    Imputer(IndicatorNode indicator, IndicatorTable table, double[] values) {
        this.indicator = indicator;
        this.table = table;
        this.values = values;
    }

    /** The values with those that stand in for missing ones; NaN where nothing does. */
    double[] filled(Imputation imputation) {
        return switch (imputation) {
            case NONE -> values;
            case MEAN -> filledWith(mean(values));
            case MEDIAN -> filledWith(median(values));
            case GROUP_MEAN, GROUP_MEDIAN -> filledByGroup(imputation);
            case LATEST, LINEAR -> filledOverTime(imputation);
        };
    }

    private double[] filledWith(double filling) {
        return Arrays.stream(values).map(x -> Double.isNaN(x) ? filling : x).toArray();
    }

    private double[] filledByGroup(Imputation imputation) {
        Map<String, List<Integer>> members = new HashMap<>();
        for (int unit = 0; unit < values.length; unit++) {
            int place = unit;
            table.group(table.units().get(unit))
                    .ifPresent(group -> members.computeIfAbsent(group, name -> new ArrayList<>())
                            .add(place));
        }
        double[] filled = values.clone();
        for (List<Integer> group : members.values()) {
            double[] ofGroup = group.stream().mapToDouble(unit -> values[unit]).toArray();
            double filling = imputation == Imputation.GROUP_MEAN ? mean(ofGroup) : median(ofGroup);
            for (int unit : group) {
                if (Double.isNaN(values[unit])) {
                    filled[unit] = filling;
                }
            }
        }
        return filled;
    }

    private double[] filledOverTime(Imputation imputation) {
        double[] filled = values.clone();
        for (int unit = 0; unit < values.length; unit++) {
            if (Double.isNaN(values[unit])) {
                filled[unit] = overTime(table.units().get(unit), imputation);
            }
        }
        return filled;
    }

    private double overTime(String unit, Imputation imputation) {
        int year = table.year();
        SortedMap<Integer, IndicatorTable> years = table.years();
        int before = 0;
        double earlier = Double.NaN;
        for (Map.Entry<Integer, IndicatorTable> other : years.headMap(year).entrySet()) {
            double value = value(unit, other.getValue());
            if (!Double.isNaN(value)) {
                before = other.getKey();
                earlier = value;
            }
        }
        if (imputation == Imputation.LATEST || Double.isNaN(earlier)) {
            return earlier;
        }
        for (Map.Entry<Integer, IndicatorTable> other : years.tailMap(year).entrySet()) {
            double later = value(unit, other.getValue());
            if (!Double.isNaN(later)) {
                double share = ((double) year - before) / ((double) other.getKey() - before);
                return earlier * (1 - share) + later * share;
            }
        }
        return Double.NaN;
    }

    private double value(String unit, IndicatorTable other) {
        if (!other.hasUnit(unit) || !other.hasColumn(indicator.code())) {
            return Double.NaN;
        }
        return Denominator.divided(indicator, other, unit);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).filter(x -> !Double.isNaN(x)).average().orElse(Double.NaN);
    }

    private static double median(double[] values) {
        return MEDIAN.evaluate(values);
    }
}
