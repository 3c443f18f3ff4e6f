package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.FigureRelation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws of figures that follow only from several relations together. */
class SystemsProperties {

    private static final BoundsArithmetic ARITHMETIC = BoundsArithmetic.withDefaults();

    /** Whichever figures are known, the blocks are among the relations that are in a loop with none known. */
    @Property(tries = 500)
    void blocks_amongRelationsInLoops_areThoseAmongAll(@ForAll long seed) {
        Random random = new Random(seed);
        int figures = 3 + random.nextInt(12);
        List<FigureRelation> sums = new ArrayList<>();
        for (int r = 0; r < 2 + random.nextInt(10); r++) {
            List<Integer> some =
                    new ArrayList<>(IntStream.range(0, figures).boxed().toList());
            Collections.shuffle(some, random);
            sums.add(FigureRelation.sum("r" + r, "f" + some.get(0), List.of("f" + some.get(1), "f" + some.get(2))));
        }
        Map<String, Unit> units = new HashMap<>();
        IntStream.range(0, figures).forEach(f -> units.put("f" + f, Unit.parse("USD")));
        units.keySet()
                .removeIf(id -> sums.stream()
                        .noneMatch(sum -> sum.members().stream()
                                .anyMatch(member ->
                                        member.figure().filter(id::equals).isPresent())));
        Network network = new Network(sums, Map.of(), units, true);
        int[] all = IntStream.range(0, network.size()).toArray();
        BitSet known = new BitSet();
        IntStream.range(0, network.figureCount())
                .filter(f -> random.nextInt(3) == 0)
                .forEach(known::set);

        LinearBlock.Ties ties = new LinearBlock.Ties(network, all);
        assertThat(ties.inLoops().blocks(figure -> !known.get(figure)))
                .isEqualTo(ties.blocks(figure -> !known.get(figure)));
    }

    /** Whatever the coefficients within their bounds, the solution of the rows is in what is found. */
    @Property(tries = 300)
    void linearSystem_holdsEverySolution(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 2 + random.nextInt(4);
        double[][] low = new double[size][size + 1];
        double[][] high = new double[size][size + 1];
        LinearSystem system = new LinearSystem(ARITHMETIC);
        for (int r = 0; r < size; r++) {
            Map<Integer, Bounds> coefficients = new HashMap<>();
            for (int c = 0; c <= size; c++) {
                boolean there = c == size || c == r || random.nextInt(3) == 0;
                low[r][c] = there ? Math.round(random.nextGaussian() * 1000) / 100.0 : 0;
                high[r][c] = there ? low[r][c] + random.nextInt(100) / 100.0 : 0;
                if (there && c < size) {
                    coefficients.put(c, bounds(low[r][c], high[r][c]));
                }
            }
            system.add(coefficients, bounds(low[r][size], high[r][size]));
        }
        for (int t = 0; t < 20; t++) {
            double[][] rows = new double[size][size + 1];
            for (int r = 0; r < size; r++) {
                for (int c = 0; c <= size; c++) {
                    rows[r][c] = low[r][c] + random.nextDouble() * (high[r][c] - low[r][c]);
                }
            }
            double[] solution = solution(rows);
            for (int c = 0; c < size; c++) {
                if (Double.isFinite(solution[c]) && Math.abs(solution[c]) < 1e6) {
                    Bounds found = system.solve(c);
                    double off = 1e-6 * Math.max(1, Math.abs(solution[c]));
                    assertThat(found.intersection(bounds(solution[c] - off, solution[c] + off))
                                    .isEmpty())
                            .describedAs("%s in %s", solution[c], found)
                            .isFalse();
                }
            }
        }
    }

    private static Bounds bounds(double low, double high) {
        return Bounds.closed(
                new BigDecimal(low, MathContext.DECIMAL64), new BigDecimal(Math.max(low, high), MathContext.DECIMAL64));
    }

    /** Gauss with the largest pivot, on numbers; not finite if there is none. */
    private static double[] solution(double[][] rows) {
        int size = rows.length;
        for (int c = 0; c < size; c++) {
            int pivot = c;
            for (int r = c; r < size; r++) {
                pivot = Math.abs(rows[r][c]) > Math.abs(rows[pivot][c]) ? r : pivot;
            }
            double[] by = rows[pivot];
            rows[pivot] = rows[c];
            rows[c] = by;
            if (Math.abs(by[c]) < 1e-6) {
                by[c] = Double.NaN;
            }
            for (int r = 0; r < size; r++) {
                if (r != c) {
                    double times = rows[r][c] / by[c];
                    for (int k = c; k <= size; k++) {
                        rows[r][k] -= times * by[k];
                    }
                }
            }
        }
        double[] solution = new double[size];
        for (int c = 0; c < size; c++) {
            solution[c] = -rows[c][size] / rows[c][c];
        }
        return solution;
    }
}
