package dev.saidao.samples.programs;

import dev.saidao.core.convention.Label;
import dev.saidao.core.table.Failure;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.table.RowFile;
import dev.saidao.core.table.Rows;
import dev.saidao.core.table.TableException;
import dev.saidao.policy.index.robustness.RobustnessPlan;
import dev.saidao.policy.index.robustness.SobolSample;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the draws from which a variance is split: columns {@code a:CHOICE} and {@code b:CHOICE}, a row for each run. */
final class SampleReader {

    private SampleReader() {}

    static SobolSample read(Path file) throws IOException {
        try (RowFile rows = RowFile.open(file, List.of())) {
            Map<RobustnessPlan.Factor, String> choices = new EnumMap<>(RobustnessPlan.Factor.class);
            for (RobustnessPlan.Factor factor : RobustnessPlan.Factor.values()) {
                String name = CsvText.code(factor.name());
                if (rows.columns().contains("a:" + name) && rows.columns().contains("b:" + name)) {
                    choices.put(factor, name);
                }
            }
            if (choices.isEmpty()) {
                throw new TableException(Label.of(
                        file + ": Columns must be such as a:weighting and b:weighting: " + rows.columns(),
                        file + ": 须有 a:weighting 与 b:weighting 这样的列:" + rows.columns()));
            }
            Rows<Map<String, Double>> read = rows.readAll(row -> draws(row, choices.values()));
            for (Failure failure : read.failures()) {
                throw new TableException(Label.of(failure.in(Locale.ENGLISH), failure.in(Locale.CHINESE)));
            }
            return SobolSample.of(set("a:", choices, read.values()), set("b:", choices, read.values()));
        }
    }

    private static Map<String, Double> draws(Row row, Collection<String> choices) {
        row.requireWhole();
        Map<String, Double> draws = new HashMap<>();
        for (String choice : choices) {
            for (String column : List.of("a:" + choice, "b:" + choice)) {
                draws.put(
                        column,
                        row.number(column)
                                .map(BigDecimal::doubleValue)
                                .filter(draw -> draw >= 0 && draw < 1)
                                .orElseThrow(() -> new RowException(
                                        column,
                                        Label.of(
                                                "Draw must be from 0 to below 1: '" + row.text(column) + "'",
                                                "抽样值须不小于 0 且小于 1:'" + row.text(column) + "'"))));
            }
        }
        return draws;
    }

    private static Map<RobustnessPlan.Factor, double[]> set(
            String which, Map<RobustnessPlan.Factor, String> choices, List<Map<String, Double>> rows) {
        Map<RobustnessPlan.Factor, double[]> set = new EnumMap<>(RobustnessPlan.Factor.class);
        choices.forEach((factor, name) -> set.put(
                factor,
                rows.stream()
                        .mapToDouble(row -> row.getOrDefault(which + name, 0.0))
                        .toArray()));
        return set;
    }
}
