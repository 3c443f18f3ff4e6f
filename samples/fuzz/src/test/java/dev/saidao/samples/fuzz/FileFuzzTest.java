package dev.saidao.samples.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.saidao.core.audit.ClaimReader;
import dev.saidao.core.audit.FigureReader;
import dev.saidao.core.audit.FigureRow;
import dev.saidao.core.audit.RelationReader;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.table.RowFile;
import dev.saidao.core.table.Rows;
import dev.saidao.core.table.TableReader;
import dev.saidao.forecasting.series.SeriesReader;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Readers of files. The bytes are the file. */
class FileFuzzTest {

    /** One file, written anew for each input. */
    private static final Path FILE = temporary();

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("fuzz-", ".csv");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(byte[] data) {
        try {
            return Files.write(FILE, data.length > Limits.LONGEST ? Arrays.copyOf(data, Limits.LONGEST) : data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FuzzTest
    void rows(byte[] data) {
        Path file = file(data);
        Limits.hold(
                () -> {
                    try (RowFile rows = RowFile.open(file, List.of())) {
                        while (!rows.next().isEmpty()) {
                            Limits.require(rows.bytesRead() >= 0, "Bytes must be 0 or more");
                        }
                    }
                    return file;
                },
                IOException.class);
    }

    @FuzzTest
    void table(byte[] data) {
        Path file = file(data);
        Limits.hold(() -> TableReader.withDefaults().read(file), IOException.class);
    }

    @FuzzTest
    void claims(byte[] data) {
        Path file = file(data);
        Limits.hold(
                () -> {
                    try (RowFile rows = RowFile.open(file, ClaimReader.COLUMNS)) {
                        ClaimReader reader = ClaimReader.of(rows.columns(), ReadingConvention.withDefaults());
                        return rows.readAll(reader);
                    }
                },
                IOException.class);
    }

    /** Figures, a line of three equals signs, and the relations between them. */
    @FuzzTest
    void figuresAndRelations(byte[] data) {
        String[] parts = new String(data, StandardCharsets.UTF_8).split("\n===\n", 2);
        Path figures = file(parts[0].getBytes(StandardCharsets.UTF_8));
        Limits.hold(
                () -> {
                    Rows<FigureRow> rows = FigureReader.read(figures);
                    if (parts.length == 2) {
                        Path relations = file(parts[1].getBytes(StandardCharsets.UTF_8));
                        return RelationReader.of(rows.values().stream()
                                        .map(FigureRow::figure)
                                        .toList())
                                .read(relations);
                    }
                    return rows;
                },
                IOException.class);
    }

    @FuzzTest
    void series(byte[] data) {
        Path file = file(data);
        Limits.hold(() -> SeriesReader.read(file), IOException.class);
    }

    /** Indicators, a line of three equals signs, and the values. */
    @FuzzTest
    void indicators(byte[] data) {
        String[] parts = new String(data, StandardCharsets.UTF_8).split("\n===\n", 2);
        Path meta = file(parts[0].getBytes(StandardCharsets.UTF_8));
        Limits.hold(
                () -> {
                    IndicatorFramework framework = IndicatorReader.framework(meta);
                    if (parts.length == 2) {
                        Path values = file(parts[1].getBytes(StandardCharsets.UTF_8));
                        return IndicatorReader.table(values, framework, Optional.empty());
                    }
                    return framework;
                },
                IOException.class,
                IllegalArgumentException.class);
    }
}
