package dev.saidao.samples.programs;

import dev.saidao.core.file.OutputFile;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.policy.index.CompositeBounds;
import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorTable;
import dev.saidao.policy.index.OutlierReport;
import dev.saidao.policy.index.ScoreTrace;
import dev.saidao.policy.index.robustness.Robustness;
import dev.saidao.policy.index.robustness.RobustnessPlan;
import dev.saidao.policy.index.robustness.VarianceShares;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes an index into files of a directory. */
final class IndexOutput {

    private final CompositeResult result;
    private final Path directory;

    IndexOutput(CompositeResult result, Path directory) {
        this.result = result;
        this.directory = directory;
    }

    /** Prints the cell of a unit and a node. */
    @FunctionalInterface
    private interface Cell {
        void print(CsvText csv, String unit, String code);
    }

    /** Writes scores, ranks, statuses, treatments of outliers if any, and the recipe. */
    void write() throws IOException {
        List<String> indicators = codes(result.framework().indicators());
        List<String> all = codes(result.framework().nodes().stream()
                .sorted(Comparator.comparing(node -> result.framework().level(node.code()), Comparator.reverseOrder()))
                .toList());
        Cell score = (csv, unit, code) -> number(csv, result.score(unit, code));
        write("normalised.csv", indicators, score);
        write("scores.csv", all, score);
        write("ranks.csv", all, (csv, unit, code) -> number(csv, result.rank(unit, code)));
        write(
                "statuses.csv",
                all,
                (csv, unit, code) -> csv.plain(result.status(unit, code).code()));
        if (!result.recipe().cutPoints().isEmpty()) {
            write("groups.csv", all, (csv, unit, code) -> csv.plain(whole(result.group(unit, code))));
        }
        if (!result.outliers().isEmpty()) {
            OutputFile.in(directory, "outliers.csv").write(this::outliers);
        }
        OutputFile.in(directory, "recipe.json").write(writer -> writer.write(SaidaoJson.write(result.recipe())));
    }

    private static List<String> codes(List<IndicatorNode> nodes) {
        return nodes.stream().map(IndicatorNode::code).toList();
    }

    private static void number(CsvText csv, OptionalDouble value) {
        csv.number(value.orElse(Double.NaN));
    }

    private void write(String file, List<String> codes, Cell cell) throws IOException {
        OutputFile.in(directory, file).write(writer -> writeRows(writer, codes, cell));
    }

    private void writeRows(Writer writer, List<String> codes, Cell cell) throws IOException {
        CsvText csv = new CsvText().field("unit");
        codes.forEach(csv::field);
        writer.write(csv.endRow().toString());
        for (String unit : result.units()) {
            csv.clear().field(unit);
            codes.forEach(code -> cell.print(csv, unit, code));
            writer.write(csv.endRow().toString());
        }
    }

    private void outliers(Writer writer) throws IOException {
        writer.write("code,skewness_before,kurtosis_before,method,winsorised,exponent,skewness,kurtosis,passed\n");
        CsvText csv = new CsvText();
        for (OutlierReport report : result.outliers()) {
            csv.clear().field(report.code()).number(report.skewnessBefore()).number(report.kurtosisBefore());
            csv.plain(report.method().map(method -> CsvText.code(method.name())).orElse(""));
            csv.field(String.join(";", report.winsorised()));
            number(csv, report.exponent());
            csv.number(report.skewness()).number(report.kurtosis()).plain(report.isPassed() ? "yes" : "no");
            writer.write(csv.endRow().toString());
        }
    }

    /** Writes scores and ranks of every year, or of the only one. */
    void writeYears(IndicatorTable table) throws IOException {
        SortedMap<Integer, IndicatorTable> years = new TreeMap<>(table.years());
        years.put(table.year(), table);
        OutputFile.in(directory, "years.csv").write(writer -> {
            writer.write("year,unit,code,score,rank\n");
            CsvText csv = new CsvText();
            for (Map.Entry<Integer, IndicatorTable> year : years.entrySet()) {
                CompositeResult ofYear = CompositeCalculator.withDefaults()
                        .calculate(result.framework(), year.getValue().inYear(year.getKey(), years), result.recipe());
                for (String unit : ofYear.units()) {
                    for (IndicatorNode node : result.framework().nodes()) {
                        csv.clear()
                                .plain(String.valueOf(year.getKey()))
                                .field(unit)
                                .field(node.code());
                        number(csv, ofYear.score(unit, node.code()));
                        number(csv, ofYear.rank(unit, node.code()));
                        writer.write(csv.endRow().toString());
                    }
                }
            }
        });
    }

    /** Writes between what ends scores and ranks lie. */
    void writeBounds(CompositeBounds bounds) throws IOException {
        OutputFile.in(directory, "bounds.csv").write(writer -> {
            writer.write("unit,code,lowest,highest,best_rank,worst_rank\n");
            CsvText csv = new CsvText();
            for (String unit : result.units()) {
                for (IndicatorNode node : result.framework().nodes()) {
                    csv.clear().field(unit).field(node.code());
                    number(csv, bounds.lowest(unit, node.code()));
                    number(csv, bounds.highest(unit, node.code()));
                    csv.plain(whole(bounds.bestRank(unit, node.code())));
                    csv.plain(whole(bounds.worstRank(unit, node.code())));
                    writer.write(csv.endRow().toString());
                }
            }
        });
    }

    /** Writes the plan, the ranks under choices that are drawn, and the shares of variance; each by the code of an index. */
    void writeRobustness(
            RobustnessPlan plan, Map<String, Robustness> ranks, Map<String, VarianceShares> shares, int top)
            throws IOException {
        OutputFile.in(directory, "robustness.json").write(writer -> writer.write(SaidaoJson.write(plan)));
        OutputFile.in(directory, "robustness.csv").write(writer -> {
            writer.write("unit,code,rank,median_rank,rank_5,rank_95,mean_rank_shift,chance_of_top_" + top + "\n");
            CsvText csv = new CsvText();
            for (Map.Entry<String, Robustness> index : ranks.entrySet()) {
                for (String unit : result.units()) {
                    Robustness ofIndex = index.getValue();
                    csv.clear().field(unit).field(index.getKey());
                    number(csv, result.rank(unit, index.getKey()));
                    number(csv, ofIndex.medianRank(unit));
                    number(csv, ofIndex.rankQuantile(unit, 0.05));
                    number(csv, ofIndex.rankQuantile(unit, 0.95));
                    number(csv, ofIndex.meanRankShift(unit));
                    csv.number(ofIndex.chanceOfTop(unit, top));
                    writer.write(csv.endRow().toString());
                }
            }
        });
        OutputFile.in(directory, "sensitivity.csv").write(writer -> {
            writer.write("code,choice,first,first_5,first_95,total,total_5,total_95\n");
            CsvText csv = new CsvText();
            for (Map.Entry<String, VarianceShares> index : shares.entrySet()) {
                for (VarianceShares.Estimate estimate : index.getValue().estimates()) {
                    csv.clear()
                            .field(index.getKey())
                            .plain(CsvText.code(estimate.factor().name()));
                    csv.number(estimate.first()).number(estimate.firstLow()).number(estimate.firstHigh());
                    csv.number(estimate.total()).number(estimate.totalLow()).number(estimate.totalHigh());
                    writer.write(csv.endRow().toString());
                }
            }
        });
    }

    /** Writes where each cell comes from and what was done to it, a row for each step. */
    void writeTraces() throws IOException {
        OutputFile.in(directory, "cells.csv").write(writer -> {
            writer.write("unit,code,sources,status,step,method,before,after\n");
            CsvText csv = new CsvText();
            for (String unit : result.units()) {
                for (IndicatorNode node : result.framework().nodes()) {
                    ScoreTrace trace = result.trace(unit, node.code());
                    for (ScoreTrace.Step step : trace.steps()) {
                        begin(csv, trace).plain(step.treatment().code()).field(method(step));
                        number(csv, step.before());
                        csv.number(step.after());
                        writer.write(csv.endRow().toString());
                    }
                    if (trace.steps().isEmpty()) {
                        begin(csv, trace).plain("").plain("").plain("").plain("");
                        writer.write(csv.endRow().toString());
                    }
                }
            }
        });
    }

    private static String method(ScoreTrace.Step step) {
        return step.treatment() == ScoreTrace.Treatment.DENOMINATED ? step.method() : CsvText.code(step.method());
    }

    private static CsvText begin(CsvText csv, ScoreTrace trace) {
        return csv.clear()
                .field(trace.unit())
                .field(trace.code())
                .field(String.join(";", trace.sources()))
                .plain(trace.status().code());
    }

    private static String whole(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
    }
}
