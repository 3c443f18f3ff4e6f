package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.audit.Auditor;
import dev.saidao.core.audit.GrowthClaim;
import dev.saidao.core.audit.GrowthClaimAuditor;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.reading.PageReader;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.policy.talent.IntakeCalculator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One calculator for eight threads: each finds what one thread finds alone. */
class SharedCalculatorsTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 5;

    /** A calculation by a calculator that all share; the number tells the inputs apart. */
    interface Calculation {
        Object of(int number);
    }

    static Stream<Calculation> calculations() {
        GrowthCalculator growth = GrowthCalculator.withDefaults();
        GrowthClaimAuditor claims = GrowthClaimAuditor.withDefaults();
        PageReader pages = PageReader.withDefaults();
        FigureFormat figures = FigureFormat.chinese();
        ForecastCalculator forecasts = ForecastCalculator.withDefaults();
        IntakeCalculator intakes = IntakeCalculator.withDefaults();
        Auditor auditor = Auditor.withDefaults();
        return Stream.of(
                n -> SaidaoJson.write(growth.baseValue(
                                Operand.parse((2000 + n) + "亿元"),
                                Operand.parse("73% a year"),
                                Operand.steps(2025, 2030))
                        .derivation()),
                n -> claims.audit(
                                GrowthClaim.parse("USD 24.1 bn", 2021, "USD 5" + n % 10 + ".9 bn", 2028, "9.8% a year"))
                        .toString(),
                n -> pages.read(
                                "2024年市场规模为5" + n % 10 + "亿元,预计2028年达到98亿元,2024—2028年复合增速为12.0%。",
                                LocalDate.of(2026, 1, 14))
                        .relations()
                        .toString(),
                n -> figures.parse("近" + (10 + n) + ".5万人").toString(),
                n -> forecasts
                        .forecast(AnnualSeries.of(2016, 254 + n, 313, 400, 422, 373, 394, 526), 3)
                        .toString(),
                n -> intakes.constantIntake(
                                Operand.parse((150 + n) + " people"),
                                Operand.parse("300 people"),
                                Operand.parse("2%"),
                                10)
                        .value()
                        .toString(),
                n -> SaidaoJson.write(auditor.audit(
                        Dossiers.latest().figures(), Dossiers.latest().relations())));
    }

    @ParameterizedTest
    @MethodSource("calculations")
    void eightThreads_findWhatOneFinds(Calculation calculation) throws Exception {
        List<Object> alone = new ArrayList<>();
        for (int i = 0; i < THREADS * ROUNDS; i++) {
            alone.add(calculation.of(i % THREADS));
        }
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < THREADS * ROUNDS; i++) {
            int number = i % THREADS;
            calls.add(() -> calculation.of(number));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Object> together = new ArrayList<>();
            for (Future<Object> call : threads.invokeAll(calls)) {
                together.add(call.get());
            }

            assertThat(together).isEqualTo(alone);
        } finally {
            threads.shutdownNow();
        }
    }
}
