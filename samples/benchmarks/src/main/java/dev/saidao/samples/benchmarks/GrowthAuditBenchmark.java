package dev.saidao.samples.benchmarks;

import dev.saidao.core.audit.GrowthClaim;
import dev.saidao.core.audit.GrowthClaimAuditor;
import dev.saidao.core.audit.ReadNumber;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Auditing growth claims: the verdict with doubles first, beside the verdict by exact decimals alone and beside a bare check
 * with {@link Math#pow} that knows no rounding of the sizes, no words and no conventions.
 *
 * <p>The claims are like those of market reports: sizes of three or four digits, rates of one decimal, three to ten years; seven
 * in ten are right within rounding, one in ten is off by a year, two in ten are wrong.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GrowthAuditBenchmark {

    private static final int CLAIMS = 1_000;

    private final List<GrowthClaim> claims = new ArrayList<>();
    private final double[] bases = new double[CLAIMS];
    private final double[] ends = new double[CLAIMS];
    private final double[] rates = new double[CLAIMS];
    private final int[] years = new int[CLAIMS];
    private final GrowthClaimAuditor auditor = GrowthClaimAuditor.withDefaults();
    private final GrowthClaimAuditor decimals = auditor.withoutFilter();

    /** Makes the claims. */
    @Setup
    public void makeClaims() {
        Random random = new Random(20260327);
        for (int i = 0; i < CLAIMS; i++) {
            int steps = 3 + random.nextInt(8);
            int kind = random.nextInt(10);
            BigDecimal rate = BigDecimal.valueOf(20 + random.nextInt(380), 3);
            BigDecimal base = BigDecimal.valueOf(1_000 + random.nextInt(9_000), 2 + random.nextInt(2));
            BigDecimal end = base.multiply(BigDecimal.ONE.add(rate).pow(kind == 0 ? steps - 1 : steps));
            if (kind == 1 || kind == 2) {
                end = end.multiply(BigDecimal.valueOf(50 + random.nextInt(150), 2));
            }
            ReadNumber printedBase = size(base);
            ReadNumber printedEnd = size(end);
            ReadNumber printedRate = ReadNumber.of(
                    PrintedNumber.of(
                            rate.movePointRight(2).toPlainString(),
                            UnitMultiplier.PERCENT,
                            Unit.GROWTH_RATE,
                            Qualifier.NONE),
                    ReadingConvention.strict());
            claims.add(new GrowthClaim(printedBase, printedEnd, printedRate, 2025 - steps, 2025, Optional.empty()));
            bases[i] = printedBase.value().doubleValue();
            ends[i] = printedEnd.value().doubleValue();
            rates[i] = rate.doubleValue();
            years[i] = steps;
        }
    }

    private static ReadNumber size(BigDecimal value) {
        BigDecimal rounded = value.round(new MathContext(value.precision() > 3 ? 4 : 3, RoundingMode.HALF_UP));
        return ReadNumber.of(
                PrintedNumber.of(
                        rounded.setScale(Math.max(0, rounded.scale())).toPlainString(),
                        UnitMultiplier.BILLION,
                        Unit.parse("USD"),
                        Qualifier.NONE),
                ReadingConvention.strict());
    }

    /** {@return the library's verdicts} */
    @Benchmark
    @OperationsPerInvocation(CLAIMS)
    public int saidao() {
        int sum = 0;
        for (GrowthClaim claim : claims) {
            sum += auditor.verdict(claim).isAgreement() ? 1 : 0;
        }
        return sum;
    }

    /** {@return the library's verdicts with implied rates and repairs} */
    @Benchmark
    @OperationsPerInvocation(CLAIMS)
    public int withRepairs() {
        int sum = 0;
        for (GrowthClaim claim : claims) {
            sum += auditor.audit(claim).repairs().size();
        }
        return sum;
    }

    /** {@return the library's verdicts, by exact decimals only} */
    @Benchmark
    @OperationsPerInvocation(CLAIMS)
    public int exactDecimals() {
        int sum = 0;
        for (GrowthClaim claim : claims) {
            sum += decimals.verdict(claim).isAgreement() ? 1 : 0;
        }
        return sum;
    }

    /** {@return how many claims a bare check accepts} */
    @Benchmark
    @OperationsPerInvocation(CLAIMS)
    public int mathPow() {
        int accepted = 0;
        for (int i = 0; i < CLAIMS; i++) {
            double implied = Math.pow(ends[i] / bases[i], 1.0 / years[i]) - 1;
            accepted += Math.abs(implied - rates[i]) <= 0.0005 ? 1 : 0;
        }
        return accepted;
    }
}
