package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sums of unknowns that are 0, with coefficients that are known within bounds only, solved for one unknown after the other.
 *
 * <p>The other unknowns are eliminated, each by a row in which its coefficient cannot be 0. Every solution of the rows, with
 * any coefficients within the bounds, is in what results; coefficients that hang together are taken to vary independently, so
 * more may be.
 *
 * <p>Source: Gaussian elimination on intervals; Neumaier, Interval Methods for Systems of Equations, 1990, chapter 4.
 */
final class LinearSystem {

    private final BoundsArithmetic arithmetic;
    private final List<Row> rows = new ArrayList<>();

    /** The sum of {@code coefficient × unknown} and the constant is 0. */
    private record Row(TreeMap<Integer, Bounds> coefficients, Bounds constant) {}

    LinearSystem(BoundsArithmetic arithmetic) {
        this.arithmetic = arithmetic;
    }

    void add(Map<Integer, Bounds> coefficients, Bounds constant) {
        rows.add(new Row(new TreeMap<>(coefficients), constant));
    }

    /** The bounds of an unknown; empty if there is no solution, all if nothing follows. */
    Bounds solve(int unknown) {
        List<Row> left = new ArrayList<>(rows);
        Pivot pivot = next(left, unknown);
        while (pivot != null) {
            Row by = left.remove(pivot.row());
            int column = pivot.column();
            left.replaceAll(row -> without(column, row, by));
            pivot = next(left, unknown);
        }
        Bounds bounds = Bounds.all();
        for (Row row : left) {
            bounds = bounds.intersection(solved(row, unknown));
        }
        return bounds;
    }

    private Bounds solved(Row row, int unknown) {
        Bounds coefficient = row.coefficients().get(unknown);
        if (row.coefficients().size() > 1
                || (coefficient == null && !row.coefficients().isEmpty())) {
            return Bounds.all();
        }
        if (coefficient != null) {
            return arithmetic.timesReverse(coefficient, arithmetic.negated(row.constant()), Bounds.all());
        }
        return row.constant().contains(BigDecimal.ZERO) ? Bounds.all() : Bounds.empty();
    }

    /** A row less so much of another that an unknown is no longer in it. */
    private Row without(int column, Row row, Row by) {
        Bounds own = row.coefficients().get(column);
        if (own == null) {
            return row;
        }
        Bounds times = arithmetic.dividedBy(own, coefficient(by, column));
        TreeMap<Integer, Bounds> coefficients = new TreeMap<>(row.coefficients());
        by.coefficients().forEach((other, bounds) -> {
            Bounds taken = arithmetic.times(times, bounds);
            coefficients.merge(other, arithmetic.negated(taken), arithmetic::plus);
        });
        coefficients.remove(column);
        return new Row(coefficients, arithmetic.minus(row.constant(), arithmetic.times(times, by.constant())));
    }

    private record Pivot(int row, int column) {}

    /** The next unknown to eliminate, and the row to do it by: those that leave the rows shortest, the first of such. */
    private @Nullable Pivot next(List<Row> left, int kept) {
        Pivot best = null;
        long least = Long.MAX_VALUE;
        Set<Integer> columns = new TreeSet<>();
        left.forEach(row -> columns.addAll(row.coefficients().keySet()));
        columns.remove(kept);
        for (int column : columns) {
            long users = left.stream()
                    .filter(row -> row.coefficients().containsKey(column))
                    .count();
            for (int r = 0; r < left.size(); r++) {
                Row row = left.get(r);
                long cost = (users - 1) * (row.coefficients().size() - 1);
                if (cost < least && row.coefficients().containsKey(column) && isPivot(coefficient(row, column))) {
                    least = cost;
                    best = new Pivot(r, column);
                }
            }
        }
        return best;
    }

    private static Bounds coefficient(Row row, int column) {
        Bounds coefficient = row.coefficients().get(column);
        return coefficient == null ? Bounds.exactly(BigDecimal.ZERO) : coefficient;
    }

    private static boolean isPivot(Bounds coefficient) {
        return !coefficient.isEmpty() && !coefficient.contains(BigDecimal.ZERO);
    }
}
