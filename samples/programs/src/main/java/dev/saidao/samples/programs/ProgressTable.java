package dev.saidao.samples.programs;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.table.Row;
import dev.saidao.policy.target.Arrival;
import dev.saidao.policy.target.MilestoneResult;
import dev.saidao.policy.target.Observation;
import dev.saidao.policy.target.ProgressAssessment;
import dev.saidao.policy.target.ProgressCalculator;
import dev.saidao.policy.target.ProgressGroup;
import dev.saidao.policy.target.ProgressReader;
import dev.saidao.policy.target.ProgressRow;
import dev.saidao.policy.target.ProgressStatus;
import dev.saidao.policy.target.ProgressSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table that the program on-track writes: a row for each series, with the columns it does not know carried along. */
final class ProgressTable {

    private static final List<String> COLUMNS = List.of(
            "id",
            "status",
            "ratio",
            "observed_rate",
            "required_rate",
            "coefficient",
            "score",
            "reason",
            "required_rate_from_now",
            "series",
            "base_year",
            "current_year",
            "deviation",
            "year_reached",
            "milestones");
    private static final ProgressCalculator PROGRESS = ProgressCalculator.withDefaults();
    private static final Label NO_LATEST_VALUE = Label.of("not assessable: no latest value", "无法评估:没有最新值");

    private final Locale locale;
    private final List<String> carried = new ArrayList<>();

    ProgressTable(Locale locale) {
        this.locale = locale;
    }

    /** The header line, given the columns of the input. */
    String header(List<String> columns) {
        CsvText csv = new CsvText();
        COLUMNS.forEach(csv::plain);
        for (String column : columns) {
            if (!ProgressReader.KNOWN_COLUMNS.contains(column)) {
                carried.add(column);
                csv.field(COLUMNS.contains(column) ? "input_" + column : column);
            }
        }
        return csv.endRow().toString();
    }

    String line(Row row, ProgressRow series, Optional<ProgressAssessment> assessed) {
        CsvText csv = new CsvText().field(series.id());
        if (assessed.isPresent()) {
            ProgressAssessment progress = assessed.get();
            csv.field(codes(progress.possibleStatuses()))
                    .field(shown(progress.measure()))
                    .field(shown(progress.observedRate()))
                    .field(shown(progress.requiredRateFromBase()))
                    .field(shown(progress.limitCoefficient()))
                    .field(progress.score().map(ProgressTable::shown).orElse(""))
                    .field(progress.reason().in(locale))
                    .field(shown(progress.requiredRateFromNow()));
        } else {
            csv.field(ProgressStatus.NOT_ASSESSABLE.code());
            for (int i = 0; i < 5; i++) {
                csv.field("");
            }
            csv.field(NO_LATEST_VALUE.in(locale)).field("");
        }
        csv.field(series.series())
                .field(year(series.baseline()))
                .field(year(series.latest()))
                .field(series.deviation(PROGRESS)
                        .map(Derived::value)
                        .map(ProgressTable::shown)
                        .orElse(""))
                .field(series.arrival(PROGRESS).map(ProgressTable::shown).orElse(""))
                .field(series.milestones(PROGRESS).stream()
                        .map(ProgressTable::shown)
                        .collect(Collectors.joining(";")));
        for (String column : carried) {
            csv.field(row.text(column));
        }
        return csv.endRow().toString();
    }

    /** What is said of groups, as a table. */
    static String groups(List<ProgressGroup> groups, Language language) {
        CsvText csv = new CsvText();
        List.of("group", "indicator", "status", "score", "members").forEach(csv::plain);
        for (ProgressStatus status : ProgressStatus.values()) {
            csv.plain(status.code());
        }
        csv.plain("reason").endRow();
        for (ProgressGroup group : groups) {
            ProgressSummary summary = group.summary();
            csv.field(String.join(" > ", group.path()))
                    .field(group.indicator().orElse(""))
                    .field(codes(summary.possibleStatuses()))
                    .field(summary.score().map(ProgressTable::shown).orElse(""))
                    .field(Integer.toString(summary.members()));
            for (ProgressStatus status : ProgressStatus.values()) {
                csv.field(Integer.toString(summary.counts().getOrDefault(status, 0)));
            }
            csv.field(summary.reason().in(language.locale())).endRow();
        }
        return csv.toString();
    }

    private static String codes(List<ProgressStatus> statuses) {
        return joined(statuses, ProgressStatus::code);
    }

    private static <T> String joined(List<T> parts, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining(";"));
    }

    private static String year(Optional<Observation> observation) {
        return observation.map(Observation::year).map(String::valueOf).orElse("");
    }

    private static String shown(Arrival arrival) {
        return arrival.year()
                .map(String::valueOf)
                .or(() -> arrival.lookedUntil().map(year -> "after " + year))
                .orElse("never");
    }

    private static String shown(MilestoneResult result) {
        return result.milestone().year() + "=" + result.outcome().code();
    }

    private static String shown(Optional<Derivation> derivation) {
        return derivation.map(Derivation::result).map(ProgressTable::shown).orElse("");
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
