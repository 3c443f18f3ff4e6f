package dev.saidao.samples.programs;

import dev.saidao.core.file.OutputFile;
import dev.saidao.core.indicator.Direction;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorStatistics;
import dev.saidao.policy.index.coherence.CoherenceCalculator;
import dev.saidao.policy.index.coherence.CorrelationMethod;
import dev.saidao.policy.index.coherence.PrincipalComponents;
import dev.saidao.policy.index.ranking.CompromiseRanking;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
        OutputFile.in(directory, "statistics.csv").write(this::statistics);
        OutputFile.in(directory, "availability.csv").write(this::availability);
        OutputFile.in(directory, "components.csv").write(this::components);
        OutputFile.in(directory, "weights.csv").write(this::weights);
        OutputFile.in(directory, "correlations.csv").write(this::correlations);
        OutputFile.in(directory, "alpha.csv").write(this::alpha);
        OutputFile.in(directory, "contributions.csv").write(this::contributions);
        OutputFile.in(directory, "compromise.csv").write(this::compromise);
    }

    /** Of the values as they are in the table. */
    private void statistics(Writer writer) throws IOException {
        writer.write("code,units,missing,distinct,least,greatest,mean,median,standard_deviation,skewness,kurtosis\n");
        CsvText csv = new CsvText();
        for (IndicatorNode indicator : result.framework().indicators()) {
            double[] values = result.units().stream()
                    .mapToDouble(
                            unit -> result.table().value(unit, indicator.code()).orElse(Double.NaN))
                    .toArray();
            if (Arrays.stream(values).noneMatch(Double::isFinite)) {
                continue;
            }
            IndicatorStatistics of = IndicatorStatistics.of(values);
            csv.clear().field(indicator.code()).number(of.count()).number(of.missing());
            csv.number(of.distinct()).number(of.least()).number(of.greatest()).number(of.mean());
            csv.number(of.median()).number(of.standardDeviation().orElse(Double.NaN));
            csv.number(of.skewness().orElse(Double.NaN)).number(of.kurtosis().orElse(Double.NaN));
            writer.write(csv.endRow().toString());
        }
    }

    /** The share of the children of each node that each unit has; of an indicator 1 or 0. */
    private void availability(Writer writer) throws IOException {
        CsvText csv = new CsvText().field("unit");
        result.framework().nodes().forEach(node -> csv.field(node.code()));
        writer.write(csv.endRow().toString());
        for (String unit : result.units()) {
            csv.clear().field(unit);
            result.framework().nodes().forEach(node -> csv.number(result.availability(unit, node.code())));
            writer.write(csv.endRow().toString());
        }
    }

    /** The principal components of the children of each aggregate: what each explains, and the loading of each child on it. */
    private void components(Writer writer) throws IOException {
        writer.write("code,component,eigenvalue,variance_share,child,loading\n");
        CsvText csv = new CsvText();
        for (IndicatorNode node : result.framework().nodes()) {
            List<String> children = children(node);
            if (children.size() < 2) {
                continue;
            }
            Optional<PrincipalComponents> found = COHERENCE.principalComponents(result.complete(children));
            if (found.isEmpty()) {
                continue;
            }
            PrincipalComponents components = found.get();
            for (int i = 0; i < children.size(); i++) {
                for (String child : children) {
                    csv.clear().field(node.code()).number(i + 1);
                    csv.number(components.eigenvalues().get(i));
                    csv.number(components.varianceShares().get(i)).field(child);
                    csv.number(Objects.requireNonNull(components.loadings().get(child))
                            .get(i));
                    writer.write(csv.endRow().toString());
                }
            }
        }
    }

    private List<String> children(IndicatorNode node) {
        return result.framework().children(node.code()).stream()
                .map(IndicatorNode::code)
                .filter(code ->
                        result.leftOut().stream().noneMatch(left -> left.code().equals(code)))
                .toList();
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
            List<String> children = children(node);
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
