package dev.saidao.samples.programs;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.policy.target.ProgressAssessment;
import dev.saidao.policy.target.ProgressCalculator;
import dev.saidao.policy.target.ProgressRow;
import dev.saidao.policy.target.ProgressScheme;
import dev.saidao.policy.target.ProgressStatus;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges whether indicators are on the way to their targets. */
@Command(
        name = "on-track",
        description = "Judges progress to targets by a published scheme. 按公开的方法评估目标进度。",
        mixinStandardHelpOptions = true)
final class OnTrackProgram implements Callable<Integer> {

    private static final List<String> OUTPUT = List.of(
            "id",
            "status",
            "ratio",
            "observed_rate",
            "required_rate",
            "coefficient",
            "score",
            "reason",
            "required_rate_from_now");
    private static final ProgressCalculator PROGRESS = ProgressCalculator.withDefaults();
    private static final Label NO_LATEST_VALUE = Label.of("not assessable: no latest value", "无法评估:没有最新值");

    @Parameters(
            paramLabel = "INDICATORS.csv",
            description =
                    "columns id,base_year,base_value,current_year,current_value,direction,target,target_year,limit")
    private @Nullable Path indicators;

    @Option(names = "--scheme", description = "statcan, eurostat or un", required = true)
    private String scheme = "";

    @Mixin
    private ResultFile out = new ResultFile();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        ProgressScheme by;
        try {
            by = ProgressScheme.of(scheme);
        } catch (IllegalArgumentException e) {
            throw console.misuse(String.valueOf(e.getMessage()));
        }
        Output output = out.output(console);
        CsvInput input = new CsvInput(
                Objects.requireNonNull(indicators), console.err(), console.language(), ProgressRow.COLUMNS);
        output.write(writer -> assess(input, by, writer));
        return console.status(input.refused());
    }

    private void assess(CsvInput input, ProgressScheme by, Writer writer) throws IOException {
        input.forEach(header -> writer.write(String.join(",", OUTPUT) + "\n"), row -> {
            writer.write(line(row, by));
        });
    }

    private String line(Row row, ProgressScheme by) {
        ProgressRow indicator = ProgressRow.of(row);
        CsvText csv = new CsvText().field(indicator.id());
        if (indicator.latest().isEmpty()) {
            return csv.field(ProgressStatus.NOT_ASSESSABLE.code())
                    .field("")
                    .field("")
                    .field("")
                    .field("")
                    .field("")
                    .field(NO_LATEST_VALUE.in(console.language().locale()))
                    .field("")
                    .endRow()
                    .toString();
        }
        ProgressAssessment progress;
        try {
            progress = PROGRESS.assess(indicator.target(), indicator.latest().get(), by);
        } catch (IllegalArgumentException e) {
            throw new RowException("", e);
        }
        return csv.field(progress.possibleStatuses().stream()
                        .map(ProgressStatus::code)
                        .collect(Collectors.joining(";")))
                .field(shown(progress.measure()))
                .field(shown(progress.observedRate()))
                .field(shown(progress.requiredRateFromBase()))
                .field(shown(progress.limitCoefficient()))
                .field(progress.score().map(OnTrackProgram::shown).orElse(""))
                .field(progress.reason().in(console.language().locale()))
                .field(shown(progress.requiredRateFromNow()))
                .endRow()
                .toString();
    }

    private static String shown(Optional<Derivation> derivation) {
        return derivation.map(Derivation::result).map(OnTrackProgram::shown).orElse("");
    }

    private static String shown(BoundedQuantity value) {
        return value.point().map(CsvText::shown).orElseGet(() -> value.bounds().toString());
    }

    /** One number if the ends are the neighbours of one, the interval otherwise. */
    private static String shown(Bounds bounds) {
        Optional<BigDecimal> low = bounds.lower();
        Optional<BigDecimal> high = bounds.upper();
        boolean one = low.isPresent()
                && high.isPresent()
                && high.get().subtract(low.get()).compareTo(new BigDecimal("1e-25")) < 0;
        return one ? CsvText.shown(low.get()) : bounds.toString();
    }
}
