package dev.saidao.samples.programs;

import dev.saidao.core.file.OutputFile;
import dev.saidao.core.indicator.Direction;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.coherence.CoherenceCalculator;
import dev.saidao.policy.index.coherence.CorrelationMethod;
import dev.saidao.policy.index.ranking.CompromiseRanking;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes what stands behind an index: weights, correlations, alpha, contributions, and other rankings of the same values. */
final class IndexAnalysis {

    private static final CoherenceCalculator COHERENCE = CoherenceCalculator.withDefaults();
    private static final double BOTH_ALIKE = 0.5;

    private final CompositeResult result;
    private final Path directory;
    private final List<String> indicators;

    IndexAnalysis(CompositeResult result, Path directory) {
        this.result = result;
        this.directory = directory;
        this.indicators = result.framework().indicators().stream()
                .map(IndicatorNode::code)
                .filter(code ->
                        result.leftOut().stream().noneMatch(left -> left.code().equals(code)))
                .toList();
    }

    void write() throws IOException {
        OutputFile.in(directory, "weights.csv").write(this::weights);
        OutputFile.in(directory, "correlations.csv").write(this::correlations);
        OutputFile.in(directory, "alpha.csv").write(this::alpha);
        OutputFile.in(directory, "contributions.csv").write(this::contributions);
        OutputFile.in(directory, "compromise.csv").write(this::compromise);
    }

    private void weights(Writer writer) throws IOException {
        writer.write("code,weight,effective_weight\n");
        Map<String, Double> effective = result.effectiveWeights();
        CsvText csv = new CsvText();
        for (IndicatorNode node : result.framework().nodes()) {
            csv.clear().field(node.code()).number(result.weight(node.code()));
            csv.number(effective.getOrDefault(node.code(), Double.NaN));
            writer.write(csv.endRow().toString());
        }
    }

    private void correlations(Writer writer) throws IOException {
        writer.write("one,other,units,pearson,spearman\n");
        CsvText csv = new CsvText();
        for (int i = 0; i < indicators.size(); i++) {
            for (int j = i + 1; j < indicators.size(); j++) {
                Map<String, double[]> both = result.complete(List.of(indicators.get(i), indicators.get(j)));
                double[] one = both.getOrDefault(indicators.get(i), new double[0]);
                double[] other = both.getOrDefault(indicators.get(j), new double[0]);
                csv.clear().field(indicators.get(i)).field(indicators.get(j)).number(one.length);
                csv.number(COHERENCE
                        .correlation(one, other, CorrelationMethod.PEARSON)
                        .orElse(Double.NaN));
                csv.number(COHERENCE
                        .correlation(one, other, CorrelationMethod.SPEARMAN)
                        .orElse(Double.NaN));
                writer.write(csv.endRow().toString());
            }
        }
    }

    private void alpha(Writer writer) throws IOException {
        writer.write("code,children,standardized_alpha,raw_alpha\n");
        CsvText csv = new CsvText();
        for (IndicatorNode node : result.framework().nodes()) {
            List<String> children = result.framework().children(node.code()).stream()
                    .map(IndicatorNode::code)
                    .filter(code -> result.leftOut().stream()
                            .noneMatch(left -> left.code().equals(code)))
                    .toList();
            if (children.size() > 1) {
                csv.clear().field(node.code()).number(children.size());
                Map<String, double[]> columns = result.complete(children);
                csv.number(COHERENCE.cronbachAlpha(columns).orElse(Double.NaN));
                csv.number(COHERENCE.rawAlpha(columns).orElse(Double.NaN));
                writer.write(csv.endRow().toString());
            }
        }
    }

    /** None where an aggregation counts preferences, which have no parts. */
    private void contributions(Writer writer) throws IOException {
        writer.write("unit,code,indicator,contribution\n");
        CsvText csv = new CsvText();
        for (IndicatorNode node : result.framework().nodes()) {
            if (result.framework().children(node.code()).isEmpty()) {
                continue;
            }
            for (String unit : result.units()) {
                Map<String, Double> parts;
                try {
                    parts = result.contributions(unit, node.code());
                } catch (IllegalArgumentException e) {
                    break;
                }
                for (Map.Entry<String, Double> part : parts.entrySet()) {
                    csv.clear()
                            .field(unit)
                            .field(node.code())
                            .field(part.getKey())
                            .number(part.getValue());
                    writer.write(csv.endRow().toString());
                }
            }
        }
    }

    /** TOPSIS and VIKOR of the units that have all values, by the effective weights. */
    private void compromise(Writer writer) throws IOException {
        writer.write("unit,topsis,vikor_s,vikor_r,vikor_q\n");
        List<String> units = result.units().stream()
                .filter(unit -> indicators.stream()
                        .allMatch(code -> result.table().value(unit, code).isPresent()))
                .toList();
        if (units.size() < 2 || indicators.isEmpty()) {
            return;
        }
        Map<String, Double> weights = result.effectiveWeights();
        double[][] values = new double[units.size()][indicators.size()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < indicators.size(); j++) {
                values[i][j] =
                        result.table().value(units.get(i), indicators.get(j)).orElseThrow();
            }
        }
        List<Direction> directions = indicators.stream()
                .map(code -> result.framework().node(code).direction())
                .toList();
        CompromiseRanking ranking = CompromiseRanking.of(
                values,
                directions,
                indicators.stream()
                        .mapToDouble(code -> weights.getOrDefault(code, 0.0))
                        .toArray());
        double[] topsis = ranking.topsis();
        List<CompromiseRanking.Vikor> vikor = ranking.vikor(BOTH_ALIKE);
        CsvText csv = new CsvText();
        for (int i = 0; i < values.length; i++) {
            csv.clear().field(units.get(i)).number(topsis[i]);
            csv.number(vikor.get(i).group())
                    .number(vikor.get(i).regret())
                    .number(vikor.get(i).compromise());
            writer.write(csv.endRow().toString());
        }
    }
}
