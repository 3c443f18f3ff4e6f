package dev.saidao.samples.benchmarks;

import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.json.SaidaoJson;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

/** Reading the dossier of 2026 strictly into values, beside reading it into Jackson's tree. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DossierReadingBenchmark {

    private final JsonMapper plain = JsonMapper.shared();
    private final String json = SaidaoJson.write(Dossiers.of(2026));

    /** {@return the library's} */
    @Benchmark
    public Object saidao() {
        return SaidaoJson.read(json, Dossier.class);
    }

    /** {@return the tree} */
    @Benchmark
    public Object jacksonTree() {
        return plain.readTree(json);
    }
}
