package dev.saidao.samples.programs;

import dev.saidao.core.convention.Label;
import dev.saidao.core.file.OutputFile;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.table.RowException;
import dev.saidao.policy.target.JudgedSeries;
import dev.saidao.policy.target.ProgressAssessment;
import dev.saidao.policy.target.ProgressCalculator;
import dev.saidao.policy.target.ProgressGroup;
import dev.saidao.policy.target.ProgressReader;
import dev.saidao.policy.target.ProgressRow;
import dev.saidao.policy.target.ProgressScheme;
import dev.saidao.policy.target.ProgressSeries;
import dev.saidao.policy.target.ProgressThresholds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges whether indicators are on the way to their targets. */
@Command(
        name = "on-track",
        description = "Judges progress to targets by a published scheme.",
        mixinStandardHelpOptions = true)
final class OnTrackProgram implements Callable<Integer> {

    private static final ProgressCalculator PROGRESS = ProgressCalculator.withDefaults();

    @Parameters(
            descriptionKey = "input",
            paramLabel = "INDICATORS.csv",
            description =
                    "columns id,base_year,base_value,current_year,current_value,direction,target,target_year,limit;"
                            + " name_en and name_zh for the page; more in the README")
    private @Nullable Path indicators;

    @Option(
            names = "--scheme",
            paramLabel = "SCHEME",
            description = "statcan, eurostat, un, or a JSON file with thresholds of your own",
            required = true)
    private String scheme = "";

    @Option(
            names = "--series",
            paramLabel = "SERIES.csv",
            description = "the values by year, columns id,year,value and perhaps series")
    private @Nullable Path series;

    @Option(names = "--groups", paramLabel = "FILE.csv", description = "where to write what is said of groups")
    private @Nullable Path groups;

    @Option(names = "--json", paramLabel = "FILE.json", description = "where to write all with its derivations")
    private @Nullable Path json;

    @Mixin
    private ResultFile out = new ResultFile();

    @Mixin
    private PageFile html = new PageFile();

    @Mixin
    private Console console = new Console();

    /** What is written as JSON. */
    record Report(
            String format, ProgressThresholds thresholds, List<JudgedSeries> series, List<ProgressGroup> groups) {}

    @Override
    public Integer call() throws IOException {
        ProgressThresholds thresholds = thresholds();
        Optional<OutputFile> page = html.file(console, out.path());
        Output output = page.isPresent() ? out.output(console).besideOthers() : out.output(console);
        Optional<Output> groupsOutput =
                groups == null ? Optional.empty() : Optional.of(Output.of(groups, console.out()));
        Optional<ProgressSeries> values = Optional.empty();
        int refused = 0;
        if (series != null) {
            ProgressSeries all = new ProgressSeries();
            refused += input(series, ProgressSeries.COLUMNS).forEach(header -> {}, all::add);
            values = Optional.of(all);
        }
        ProgressReader reader = new ProgressReader(values);
        CsvInput input = input(Objects.requireNonNull(indicators), reader.columns());
        List<JudgedSeries> judged = new ArrayList<>();
        List<ProgressRow> unjudged = new ArrayList<>();
        Map<String, Label> names = new HashMap<>();
        Set<String> seen = new HashSet<>();
        output.write(writer -> {
            ProgressTable table = new ProgressTable(console.language().locale());
            input.forEach(header -> writer.write(table.header(header)), row -> {
                seen.add(row.text("id"));
                if (!row.text("name_en").isEmpty() && !row.text("name_zh").isEmpty()) {
                    names.put(row.text("id"), Label.of(row.text("name_en"), row.text("name_zh")));
                }
                StringBuilder lines = new StringBuilder();
                List<JudgedSeries> ofRow = new ArrayList<>();
                for (ProgressRow one : reader.read(row)) {
                    Optional<ProgressAssessment> assessment = assess(one, thresholds);
                    lines.append(table.line(row, one, assessment));
                    assessment.ifPresentOrElse(some -> ofRow.add(new JudgedSeries(one, some)), () -> unjudged.add(one));
                }
                writer.write(lines.toString());
                if (groups != null || json != null || page.isPresent()) {
                    judged.addAll(ofRow);
                }
            });
        });
        values.ifPresent(all -> sayUnused(all, seen));
        List<ProgressGroup> summaries = ProgressGroup.of(judged, PROGRESS);
        if (groupsOutput.isPresent()) {
            groupsOutput.get().write(writer -> writer.write(ProgressTable.groups(summaries, console.language())));
        }
        Report report = new Report("saidao-progress/1", thresholds, judged, summaries);
        if (json != null) {
            SaidaoJson.write(report, json);
        }
        if (page.isPresent()) {
            html.write(
                    page.get(),
                    ProgressPage.of(report, unjudged, names, console.language().locale()),
                    console,
                    out.path().isPresent());
        }
        return console.status(refused + input.refused());
    }

    private CsvInput input(Path file, List<String> columns) {
        return new CsvInput(file, console.err(), console.language(), columns);
    }

    private ProgressThresholds thresholds() throws IOException {
        if (scheme.endsWith(".json")) {
            return JsonInput.read(Path.of(scheme), ProgressThresholds.class);
        }
        try {
            return ProgressScheme.of(scheme).published();
        } catch (IllegalArgumentException e) {
            throw console.misuse(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<ProgressAssessment> assess(ProgressRow row, ProgressThresholds thresholds) {
        try {
            return row.assess(PROGRESS, thresholds);
        } catch (IllegalArgumentException e) {
            throw new RowException("", e);
        }
    }

    private void sayUnused(ProgressSeries all, Set<String> seen) {
        for (String id : new TreeSet<>(all.ids())) {
            if (!seen.contains(id)) {
                console.err()
                        .println(Label.of("Series without an indicator: " + id, "没有对应指标的序列:" + id)
                                .in(console.language().locale()));
            }
        }
    }
}
