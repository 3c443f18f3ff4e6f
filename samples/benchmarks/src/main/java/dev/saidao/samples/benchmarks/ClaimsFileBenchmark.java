package dev.saidao.samples.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.saidao.samples.programs.Main;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Auditing a file of a million claims with the program {@code audit}, reading and writing included, beside parsing the same file
 * with FastCSV and doing nothing with it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@Fork(1)
public class ClaimsFileBenchmark {

    private static final int CLAIMS = 1_000_000;
    private static final String[] UNITS = {"USD bn", "USD mn", "CNY \u4ebf\u5143", "EUR bn"};
    private static final String[] WORDS = {"", "", "", "", "", "", "", "", "over", "about"};

    private Path folder = Path.of(".");

    /**
     * Writes the claims.
     *
     * @throws IOException if the folder for temporary files is not writable
     */
    @Setup(Level.Trial)
    public void writeClaims() throws IOException {
        folder = Files.createTempDirectory("claims");
        Random random = new Random(20260327);
        try (BufferedWriter writer = Files.newBufferedWriter(claims())) {
            writer.write("id,unit,start_value,start_year,end_value,end_year,rate,rate_from,rate_to,end_qualifier\n");
            for (int i = 0; i < CLAIMS; i++) {
                writer.write(claim(i, random));
            }
        }
    }

    private static String claim(int i, Random random) {
        int steps = 3 + random.nextInt(8);
        int kind = random.nextInt(10);
        double rate = (20 + random.nextInt(380)) / 1000.0;
        double base = 10 + random.nextInt(9_000) / 10.0;
        double end = base * Math.pow(1 + rate, kind == 0 ? steps - 1 : steps);
        if (kind == 1 || kind == 2) {
            end *= 0.5 + random.nextDouble();
        }
        int first = 2025 - steps;
        return String.format(
                Locale.ROOT,
                "claim-%d,%s,%.1f,%d,%.1f,2025,%.1f%%,,,%s\n",
                i,
                UNITS[random.nextInt(UNITS.length)],
                base,
                first,
                end,
                100 * rate,
                WORDS[random.nextInt(WORDS.length)]);
    }

    /**
     * Takes away what was written before: to replace a file takes the disk longer than to write a new one.
     *
     * @throws IOException if it cannot be deleted
     */
    @Setup(Level.Iteration)
    public void deleteAudited() throws IOException {
        Files.deleteIfExists(audited());
    }

    /**
     * Deletes the files.
     *
     * @throws IOException if they cannot be deleted
     */
    @TearDown(Level.Trial)
    public void deleteClaims() throws IOException {
        Files.deleteIfExists(claims());
        Files.deleteIfExists(audited());
        Files.delete(folder);
    }

    private Path claims() {
        return folder.resolve("claims.csv");
    }

    private Path audited() {
        return folder.resolve("audited.csv");
    }

    /** {@return the exit status of the program} */
    @Benchmark
    public int saidao() {
        PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return Main.run(
                nowhere,
                nowhere,
                "audit",
                claims().toString(),
                "--out",
                audited().toString());
    }

    /**
     * Parses and does nothing more.
     *
     * @return the number of characters in all fields
     * @throws IOException if the file cannot be read
     */
    @Benchmark
    public long parse() throws IOException {
        long characters = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(claims())) {
            for (CsvRecord row : reader) {
                for (int i = 0; i < row.getFieldCount(); i++) {
                    characters += row.getField(i).length();
                }
            }
        }
        return characters;
    }
}
