package dev.saidao.samples.benchmarks;

import dev.saidao.core.audit.Auditor;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Status;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.relation.FigureRelation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A network of 100,000 figures in one piece, beside one of 10,000: ten times as many should take about ten times as long.
 *
 * <p>Each figure of a sum is the total of a further sum, as in tables of industries by branches; one in a hundred was misprinted,
 * one in ten was not printed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class NetworkAuditBenchmark {

    private static final Source SOURCE =
            Source.of("table", Label.same("a table"), Label.same("a publisher"), LocalDate.EPOCH);
    private static final Indicator INDICATOR = Indicator.of("size", Label.same("size"));

    /** Figures and the relations between them. */
    private record Table(List<Figure> figures, List<FigureRelation> relations) {}

    private Table large = new Table(List.of(), List.of());
    private Table small = new Table(List.of(), List.of());

    /** Makes the tables. */
    @Setup
    public void makeTables() {
        large = table(100_000);
        small = table(10_000);
    }

    private static Table table(int size) {
        Random random = new Random(20260327);
        List<BigDecimal> values = new ArrayList<>(List.of(new BigDecimal("1000000000")));
        List<FigureRelation> relations = new ArrayList<>();
        for (int total = 0; values.size() < size; total++) {
            BigDecimal first = values.get(total).multiply(BigDecimal.valueOf(30 + random.nextInt(40), 2));
            values.add(first);
            values.add(values.get(total).subtract(first));
            relations.add(FigureRelation.sum(
                    "sum" + total, "f" + total, List.of("f" + (values.size() - 2), "f" + (values.size() - 1))));
        }
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            BigDecimal shown = random.nextInt(100) == 0 ? values.get(i).multiply(BigDecimal.TEN) : values.get(i);
            if (random.nextInt(10) > 0) {
                figures.add(figure("f" + i, shown.setScale(2, RoundingMode.HALF_UP)));
            }
        }
        return new Table(figures, relations);
    }

    private static Figure figure(String id, BigDecimal value) {
        return Figure.builder()
                .id(id)
                .subject(Subject.of(id, Label.same(id)))
                .indicator(INDICATOR)
                .printed(PrintedNumber.of(value.toPlainString(), UnitMultiplier.ONE, Unit.parse("USD"), Qualifier.NONE))
                .period(ReferencePeriod.undated())
                .status(Status.OBSERVED)
                .source(SOURCE)
                .locator("row")
                .build();
    }

    /** {@return the audit of 100,000 figures} */
    @Benchmark
    public Object saidao() {
        return Auditor.withDefaults().audit(large.figures(), large.relations());
    }

    /** {@return the same on two threads} */
    @Benchmark
    public Object saidaoOnTwoThreads() {
        return Auditor.withDefaults().withThreads(2).audit(large.figures(), large.relations());
    }

    /** {@return the audit of 10,000 figures} */
    @Benchmark
    public Object tenthOfTheFigures() {
        return Auditor.withDefaults().audit(small.figures(), small.relations());
    }
}
