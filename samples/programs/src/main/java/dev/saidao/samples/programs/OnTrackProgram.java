package dev.saidao.samples.programs;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.policy.target.Observation;
import dev.saidao.policy.target.ProgressAssessment;
import dev.saidao.policy.target.ProgressCalculator;
import dev.saidao.policy.target.ProgressScheme;
import dev.saidao.policy.target.ProgressStatus;
import dev.saidao.policy.target.Target;
import dev.saidao.policy.target.TargetKind;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges whether indicators are on the way to their targets. */
@Command(
        name = "on-track",
        description = "Judges progress to targets by a published scheme. 按公开的方法评估目标进度。",
        mixinStandardHelpOptions = true)
final class OnTrackProgram implements Callable<Integer> {

    private static final List<String> REQUIRED =
            List.of("id", "base_year", "base_value", "current_year", "current_value", "direction");
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

    @Option(names = "--out", paramLabel = "FILE", description = "where to write; standard output if absent")
    private @Nullable Path out;

    @Option(names = "--lang", description = "en or zh", defaultValue = "en")
    private Language language = Language.en;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        ProgressScheme by;
        try {
            by = ProgressScheme.of(scheme);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
        Output output = Output.of(out, command.commandLine().getOut());
        CsvInput input = new CsvInput(
                Objects.requireNonNull(indicators), command.commandLine().getErr(), language, REQUIRED);
        output.write(writer -> assess(input, by, writer));
        return Main.status(input.refused(), language, command.commandLine().getErr());
    }

    private void assess(CsvInput input, ProgressScheme by, Writer writer) throws IOException {
        input.forEach(header -> writer.write(String.join(",", OUTPUT) + "\n"), row -> {
            row.requireWhole();
            writer.write(line(row, by));
        });
    }

    private String line(Row row, ProgressScheme by) {
        Target target = target(row);
        Optional<Operand> latest = number(row, "current_value");
        CsvText csv = new CsvText().field(row.text("id"));
        if (latest.isEmpty()) {
            return csv.field(ProgressStatus.NOT_ASSESSABLE.code())
                    .field("")
                    .field("")
                    .field("")
                    .field("")
                    .field("")
                    .field(NO_LATEST_VALUE.in(language.locale()))
                    .field("")
                    .endRow()
                    .toString();
        }
        ProgressAssessment progress;
        try {
            progress = PROGRESS.assess(target, Observation.of(year(row, "current_year"), latest.get()), by);
        } catch (IllegalArgumentException e) {
            throw new RowException("", String.valueOf(e.getMessage()));
        }
        return csv.field(progress.possibleStatuses().stream()
                        .map(ProgressStatus::code)
                        .collect(Collectors.joining(";")))
                .field(shown(progress.measure()))
                .field(shown(progress.observedRate()))
                .field(shown(progress.requiredRateFromBase()))
                .field(shown(progress.limitCoefficient()))
                .field(progress.score().map(OnTrackProgram::shown).orElse(""))
                .field(progress.reason().in(language.locale()))
                .field(shown(progress.requiredRateFromNow()))
                .endRow()
                .toString();
    }

    private static Target target(Row row) {
        Optional<Operand> value = number(row, "target");
        Optional<Operand> base = number(row, "base_value");
        if (value.isPresent() && row.text("target_year").isEmpty()) {
            throw new RowException("target_year", "Target year must be there if a target is");
        }
        try {
            return Target.builder()
                    .id("target")
                    .name(Label.of("target", "目标"))
                    .kind(TargetKind.LEVEL)
                    .direction(direction(row))
                    .baseline(base.filter(b -> !row.text("base_year").isEmpty())
                            .map(b -> Observation.of(year(row, "base_year"), b)))
                    .value(value)
                    .year(value.map(v -> year(row, "target_year")))
                    .naturalLimit(number(row, "limit")
                            .map(limit -> limit.value().point().orElseThrow()))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new RowException("", String.valueOf(e.getMessage()));
        }
    }

    private static Direction direction(Row row) {
        return switch (row.text("direction")) {
            case "1", "+1" -> Direction.INCREASE;
            case "-1" -> Direction.DECREASE;
            default -> throw new RowException("direction", "Direction must be 1 or -1: " + row.text("direction"));
        };
    }

    private static int year(Row row, String column) {
        String text = row.text(column);
        if (!text.matches("[0-9]{1,4}") || text.matches("0+")) {
            throw new RowException(column, "Year must be 1 to 9999: " + text);
        }
        return Integer.parseInt(text);
    }

    /** A number as printed: exact, unless a word beside it says otherwise. */
    private static Optional<Operand> number(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            PrintedNumber printed = FigureFormat.english().parse(text);
            return Optional.of(
                    printed.qualifier() == Qualifier.NONE
                            ? Operand.of(printed.value())
                            : Operand.read(printed, ReadingConvention.withDefaults()));
        } catch (IllegalArgumentException e) {
            throw new RowException(column, String.valueOf(e.getMessage()));
        }
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
