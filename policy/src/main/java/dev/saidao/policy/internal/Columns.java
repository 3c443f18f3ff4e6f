package dev.saidao.policy.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Columns of numbers. */
public final class Columns {

    private Columns() {}

    /**
     * Returns whether a column tells nothing apart.
     *
     * @param column the numbers
     * @return whether all are equal, 0 and -0 included
     */
    public static boolean isConstant(double[] column) {
        for (double number : column) {
            if (number != column[0]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the rows of columns that have no gap.
     *
     * @param names the names of the columns, each once
     * @param columns the columns, in which a number that is not finite is a gap
     * @return the columns without those rows, by name
     */
    public static Map<String, double[]> complete(List<String> names, List<double[]> columns) {
        int rows = columns.isEmpty() ? 0 : columns.get(0).length;
        int[] whole = IntStream.range(0, rows)
                .filter(row -> columns.stream().allMatch(column -> Double.isFinite(column[row])))
                .toArray();
        Map<String, double[]> complete = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            double[] column = columns.get(i);
            complete.put(
                    names.get(i),
                    IntStream.of(whole).mapToDouble(row -> column[row]).toArray());
        }
        return complete;
    }
}
