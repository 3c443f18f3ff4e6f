package dev.saidao.samples.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.saidao.core.table.StatisticalTable;
import dev.saidao.core.table.TableReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Reading a wide table of a million cells, beside parsing the same file with FastCSV and doing nothing with it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 20)
@Fork(1)
public class TableBenchmark {

    private static final int ROWS = 20_000;
    private static final int YEARS = 50;

    private Path file = Path.of(".");

    /**
     * Writes the table.
     *
     * @throws IOException if the folder for temporary files is not writable
     */
    @Setup(Level.Trial)
    public void writeTable() throws IOException {
        file = Files.createTempFile("table", ".csv");
        Random random = new Random(20260327);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("Country,Indicator (USD mn)");
            for (int year = 0; year < YEARS; year++) {
                writer.write("," + (1975 + year));
            }
            for (int row = 0; row < ROWS; row++) {
                writer.write("\ncountry " + row / 20 + ",indicator " + row % 20);
                for (int year = 0; year < YEARS; year++) {
                    writer.write("," + random.nextInt(1_000_000) / 10 + "." + random.nextInt(10));
                }
            }
            writer.write("\n");
        }
    }

    /**
     * Deletes the table.
     *
     * @throws IOException if it cannot be deleted
     */
    @TearDown(Level.Trial)
    public void deleteTable() throws IOException {
        Files.delete(file);
    }

    /**
     * Reads the table.
     *
     * @return how many values it has
     * @throws IOException if the file cannot be read
     */
    @Benchmark
    public int saidao() throws IOException {
        StatisticalTable table = TableReader.withDefaults().read(file);
        return table.observations().size();
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
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : reader) {
                for (int i = 0; i < row.getFieldCount(); i++) {
                    characters += row.getField(i).length();
                }
            }
        }
        return characters;
    }
}
