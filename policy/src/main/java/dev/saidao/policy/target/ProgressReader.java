package dev.saidao.policy.target;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.core.text.UnitHead;
import dev.saidao.policy.internal.DirectionCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/**
 * Reads indicators with their targets from the rows of a file, each once.
 *
 * <p>The values stand in the rows themselves ({@code base_year,base_value,current_year,current_value}), or in {@link
 * ProgressSeries series} beside them: then a series starts with the value of {@code base_year}, or, as for Statistics Canada,
 * of the first later year that has one; without a base year it starts with its first value. It ends with the value of
 * {@code current_year}, or with the last one.
 *
 * <ul>
 *   <li>{@code direction}: 1 or -1; not needed for a range
 *   <li>{@code target,target_year}: the value to be reached
 *   <li>{@code target_change}: instead of it what is to become of the base value, such as {@code halve}, {@code -40%}
 *   <li>{@code target_low,target_high}: instead of it the ends of a range, or one of them: a floor or a ceiling
 *   <li>{@code milestones}: values on the way, such as {@code 2027=60; 2029=75}
 *   <li>{@code limit}: a limit that no value can pass
 *   <li>{@code unit}: the unit of all numbers of the row that have no sign of their own, such as {@code %}
 *   <li>{@code group}: the groups that the indicator belongs to, the widest first, such as {@code Goal 1 > Target 1.2}
 *   <li>{@code series}: the one series that the row is for
 * </ul>
 *
 * @since 0.1
 */
public final class ProgressReader {

    /** The columns that a row is read from; any other is not looked at. */
    public static final Set<String> KNOWN_COLUMNS = Set.of(
            "id",
            "series",
            "group",
            "unit",
            "base_year",
            "base_value",
            "current_year",
            "current_value",
            "direction",
            "target",
            "target_year",
            "target_change",
            "target_low",
            "target_high",
            "milestones",
            "limit");

    private static final List<String> WITH_VALUES =
            List.of("id", "base_year", "base_value", "current_year", "current_value");
    private static final List<String> WITH_SERIES = List.of("id");

    private final Optional<ProgressSeries> series;
    private final Map<List<String>, Long> lines = new HashMap<>();

    /**
     * Reads indicators.
     *
     * @param series the values of the series; absent if they stand in the rows
     */
    public ProgressReader(Optional<ProgressSeries> series) {
        this.series = series;
    }

    /** {@return the columns that the file must have} */
    public List<String> columns() {
        return series.isPresent() ? WITH_SERIES : WITH_VALUES;
    }

    /**
     * Reads a row.
     *
     * @param row a row of a file with {@link #columns}
     * @return the indicator, once for each of its series
     * @throws RowException if it cannot be read, or there was a row of that indicator and series before
     */
    public List<ProgressRow> read(Row row) {
        row.requireWhole();
        List<ProgressRow> rows;
        try {
            rows = series.isPresent() ? ofSeries(row, series.get()) : List.of(ofValues(row));
        } catch (IllegalArgumentException e) {
            throw new RowException("", e);
        }
        Long before = lines.putIfAbsent(List.of(row.text("id"), row.text("series")), row.line());
        if (before != null) {
            throw new RowException(
                    "id",
                    Label.of(
                            "Indicator must be there once, as in line " + before + ": " + row.text("id"),
                            "每个指标只能出现一次,已见于第 " + before + " 行:" + row.text("id")));
        }
        return rows;
    }

    // ---- values ----

    private ProgressRow ofValues(Row row) {
        Optional<UnitHead> unit = ProgressCells.unit(row);
        Optional<Observation> base = ProgressCells.number(row, "base_value", unit)
                .filter(value -> row.given("base_year").isPresent())
                .map(value -> observation(row, "base_year", value));
        Optional<Observation> latest =
                ProgressCells.number(row, "current_value", unit).map(value -> observation(row, "current_year", value));
        List<Observation> values = new ArrayList<>();
        // two values of one year are no series, which the assessment says
        base.filter(start -> latest.filter(end -> end.year() > start.year()).isPresent())
                .ifPresent(values::add);
        latest.ifPresent(values::add);
        return progress(row, row.text("series"), unit, base, values);
    }

    private static Observation observation(Row row, String column, Operand value) {
        return Observation.of(ProgressCells.year(row, column), value);
    }

    private List<ProgressRow> ofSeries(Row row, ProgressSeries all) {
        Map<String, NavigableMap<Integer, ProgressSeries.Cell>> ofIndicator = all.of(row.text("id"));
        Optional<String> one = row.given("series");
        if (one.isPresent()) {
            NavigableMap<Integer, ProgressSeries.Cell> cells = ofIndicator.get(one.get());
            if (cells == null) {
                throw new RowException(
                        "series", Label.of("Series must be there with values: " + one.get(), "须有该序列的数值:" + one.get()));
            }
            return List.of(ofSeries(row, one.get(), cells));
        }
        if (ofIndicator.isEmpty()) {
            throw new RowException(
                    "id",
                    Label.of(
                            "Indicator must have values among the series: " + row.text("id"),
                            "序列中须有该指标的数值:" + row.text("id")));
        }
        return ofIndicator.entrySet().stream()
                .map(entry -> ofSeries(row, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ProgressRow ofSeries(Row row, String name, NavigableMap<Integer, ProgressSeries.Cell> cells) {
        Optional<UnitHead> unit = ProgressCells.unit(row);
        int from = row.given("base_year").isPresent() ? ProgressCells.year(row, "base_year") : Integer.MIN_VALUE;
        int to = row.given("current_year").isPresent() ? ProgressCells.year(row, "current_year") : Integer.MAX_VALUE;
        List<Observation> values = new ArrayList<>();
        if (from <= to) {
            cells.subMap(from, true, to, true).forEach((year, cell) -> values.add(cell.observation(year, unit)));
        }
        Optional<Observation> base = values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
        return progress(row, name, unit, base, values);
    }

    // ---- targets ----

    private static ProgressRow progress(
            Row row, String name, Optional<UnitHead> unit, Optional<Observation> base, List<Observation> values) {
        Optional<TargetRange> range = range(row, unit, base);
        Optional<Target> target = range.isPresent() ? Optional.empty() : Optional.of(target(row, unit, base));
        return new ProgressRow(row.text("id"), name, groups(row), target, range, values);
    }

    private static List<String> groups(Row row) {
        return row.given("group")
                .map(path -> Arrays.stream(path.split(">"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private static int targetYear(Row row) {
        if (row.given("target_year").isEmpty()) {
            throw new RowException("target_year", Label.of("Target year must be there if a target is", "有目标值则须有目标年份"));
        }
        return ProgressCells.year(row, "target_year");
    }

    private static Optional<TargetRange> range(Row row, Optional<UnitHead> unit, Optional<Observation> base) {
        Optional<Operand> low = ProgressCells.number(row, "target_low", unit);
        Optional<Operand> high = ProgressCells.number(row, "target_high", unit);
        if (low.isEmpty() && high.isEmpty()) {
            return Optional.empty();
        }
        for (String other : List.of("target", "target_change", "milestones")) {
            if (row.given(other).isPresent()) {
                throw new RowException(
                        other,
                        Label.of(
                                "Column must be empty beside a range: " + row.text(other),
                                "有目标范围时此列须为空:" + row.text(other)));
            }
        }
        return Optional.of(TargetRange.builder()
                .id("target")
                .name(Label.of("target", "目标"))
                .floor(low)
                .ceiling(high)
                .baseline(base)
                .year(targetYear(row))
                .build());
    }

    private static Target target(Row row, Optional<UnitHead> unit, Optional<Observation> base) {
        Optional<Operand> value = ProgressCells.number(row, "target", unit);
        if (row.given("target_change").isPresent()) {
            if (value.isPresent()) {
                throw new RowException(
                        "target_change",
                        Label.of(
                                "Target must be a value or a change, not both: " + row.text("target_change"),
                                "目标值与目标变化只能有一个:" + row.text("target_change")));
            }
            value = Optional.of(changed(row, base));
        }
        return Target.builder()
                .id("target")
                .name(Label.of("target", "目标"))
                .kind(TargetKind.LEVEL)
                .direction(DirectionCell.of(row))
                .baseline(base)
                .value(value)
                .year(value.map(v -> targetYear(row)))
                .milestones(milestones(row, unit))
                .naturalLimit(ProgressCells.number(row, "limit", unit)
                        .map(limit -> limit.value().point().orElseThrow()))
                .build();
    }

    private static Operand changed(Row row, Optional<Observation> base) {
        String text = row.text("target_change");
        if (base.isEmpty()) {
            throw new RowException(
                    "target_change",
                    Label.of("Base value must be there for a change: " + text, "按变化设定目标须有基年值:" + text));
        }
        try {
            return Operand.of(RelativeTarget.parse(text).from(base.get().value()));
        } catch (IllegalArgumentException e) {
            throw new RowException("target_change", e);
        }
    }

    private static List<Observation> milestones(Row row, Optional<UnitHead> unit) {
        List<Observation> milestones = new ArrayList<>();
        for (String part : row.given("milestones").orElse("").split(";")) {
            if (part.isBlank()) {
                continue;
            }
            String[] sides = part.split("=", -1);
            if (sides.length != 2) {
                throw new RowException(
                        "milestones",
                        Label.of(
                                "Milestones must be year=value, separated by semicolons: " + part.strip(),
                                "里程碑须写作 年份=数值,以分号分隔:" + part.strip()));
            }
            try {
                milestones.add(Observation.of(
                        ProgressCells.year(sides[0].strip(), "milestones"),
                        ProgressCells.in(FigureFormat.english().parse(sides[1].strip()), unit, "milestones")));
            } catch (IllegalArgumentException e) {
                throw new RowException("milestones", e);
            }
        }
        return milestones;
    }
}
