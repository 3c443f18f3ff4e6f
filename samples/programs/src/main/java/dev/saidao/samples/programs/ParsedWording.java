package dev.saidao.samples.programs;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.CalendarPart;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.core.text.FigureReading;
import dev.saidao.core.text.MissingSigns;
import dev.saidao.core.text.PeriodFormat;
import dev.saidao.core.text.UnitFormat;
import dev.saidao.core.text.UnitHead;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a wording means, by the columns of the program's output. */
final class ParsedWording {

    static final List<String> COLUMNS = List.of(
            "id",
            "kind",
            "value",
            "value_to",
            "unit",
            "qualifier",
            "low",
            "high",
            "low_closed",
            "high_closed",
            "from",
            "to",
            "granularity",
            "error");

    private static final Pattern COUNT = Pattern.compile("count:(.+)");
    private static final Pattern DENSITY = Pattern.compile("density:([^/]+)/(\\d+):(.+)");
    private static final Map<String, Unit> PLAIN = Map.of(
            "rate", Unit.GROWTH_RATE,
            "share", Unit.SHARE,
            "points", Unit.PERCENTAGE_POINTS,
            "multiple", Unit.MULTIPLE,
            "number", Unit.NUMBER);

    private final Map<String, String> values = new LinkedHashMap<>();

    private ParsedWording() {}

    static ParsedWording of(String kind, String text, String unit, String published) {
        return switch (kind) {
            case "figure" -> figure(text, unit);
            case "unit" -> unit(UnitFormat.withDefaults().parse(text));
            case "period" -> period(text, published);
            default -> throw new IllegalArgumentException("Kind must be figure, unit or period: " + kind);
        };
    }

    static ParsedWording error(String message) {
        return new ParsedWording().with("error", message);
    }

    boolean isError() {
        return values.containsKey("error");
    }

    List<String> fields(String id) {
        List<String> fields = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));
        fields.set(0, id);
        values.forEach((column, value) -> fields.set(COLUMNS.indexOf(column), value));
        return fields;
    }

    private ParsedWording with(String column, String value) {
        values.put(column, value);
        return this;
    }

    private static ParsedWording figure(String text, String unit) {
        if (MissingSigns.containsOfTables(text) || MissingSigns.flagBeside(text).isPresent()) {
            return new ParsedWording().with("kind", "missing");
        }
        FigureFormat format = FigureFormat.english();
        FigureReading reading = unit.isEmpty() ? format.read(text) : format.read(text, head(unit));
        PrintedNumber printed = reading.printed();
        ParsedWording parsed = new ParsedWording()
                .with("kind", kind(reading))
                .with("value", plain(printed.amount()))
                .with("unit", name(printed.unit()))
                .with("qualifier", qualifier(reading));
        if (printed.isRange()) {
            parsed.with("value_to", plain(printed.upperEnd().amount()));
        }
        Bounds bounds = ReadingConvention.strict().read(printed).bounds();
        bounds.lower().ifPresent(end -> parsed.with("low", plain(end)).with("low_closed", bounds.isLowerClosed() + ""));
        bounds.upper()
                .ifPresent(end -> parsed.with("high", plain(end)).with("high_closed", bounds.isUpperClosed() + ""));
        return parsed;
    }

    /** The unit of the context: a head as a table has it, or a unit by the names of the output. */
    private static UnitHead head(String unit) {
        Matcher count = COUNT.matcher(unit);
        Matcher density = DENSITY.matcher(unit);
        Unit named = PLAIN.get(unit);
        if (named != null) {
            return new UnitHead(named, UnitMultiplier.ONE);
        }
        if (count.matches()) {
            return new UnitHead(Unit.count(count.group(1)), UnitMultiplier.ONE);
        }
        if (density.matches()) {
            return new UnitHead(
                    Unit.density(density.group(1), Long.parseLong(density.group(2)), density.group(3)),
                    UnitMultiplier.ONE);
        }
        return UnitFormat.withDefaults().parse(unit);
    }

    private static ParsedWording unit(UnitHead head) {
        return new ParsedWording()
                .with("kind", kind(head.unit()))
                .with("value", plain(head.factor()))
                .with("unit", name(head.unit()));
    }

    /** The name of a unit, with the n of "per n" in plain digits. */
    private static String name(Unit unit) {
        return unit.kind() == Unit.Kind.DENSITY
                ? unit.thing().orElseThrow() + " per " + unit.per().orElseThrow() + " "
                        + unit.base().orElseThrow()
                : unit.toString();
    }

    private static String kind(FigureReading reading) {
        return switch (reading.sense()) {
            case STEP -> "step";
            case TOTAL_GROWTH -> "total-growth";
            case PER_YEAR -> "rate";
            case PLAIN, SHARE -> kind(reading.printed().unit());
        };
    }

    private static String kind(Unit unit) {
        return switch (unit.kind()) {
            case MONEY -> "money";
            case COUNT -> "count";
            case SHARE -> "share";
            case DENSITY -> "density";
            case GROWTH_RATE -> "rate";
            case PERCENTAGE_POINTS -> "points";
            case MULTIPLE -> "multiple";
            case YEARS -> "years";
            case CALENDAR_YEAR -> "year";
            case PHYSICAL -> "physical";
            case NUMBER -> "number";
        };
    }

    private static String qualifier(FigureReading reading) {
        Qualifier qualifier = reading.printed().qualifier();
        return switch (qualifier) {
            case NONE, REACHED -> "none";
            case AT_LEAST -> "at-least";
            case MORE_THAN -> reading.hasMore() ? "more-than-printed" : "over";
            case AT_MOST -> "at-most";
            case LESS_THAN -> "under";
            case NEARLY -> "nearly";
            case ABOUT -> "about";
            case AS_HIGH_AS -> "up-to";
        };
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    private static ParsedWording period(String text, String published) {
        ReferencePeriod period = published(published)
                .map(date -> PeriodFormat.parse(text, date))
                .orElseGet(() -> PeriodFormat.parse(text));
        ParsedWording parsed = period(period);
        return PeriodFormat.isAbout(text) ? parsed.with("qualifier", "about") : parsed;
    }

    private static ParsedWording period(ReferencePeriod period) {
        return switch (period.kind()) {
            case YEAR -> years(period, "year");
            case BY_YEAR, THROUGH_YEAR -> years(period, "until");
            case END_OF_YEAR -> {
                String day = period.lastYear().orElseThrow() + "-12-31";
                yield time(day, day, "day");
            }
            case SPAN ->
                time(
                        String.valueOf(period.firstYear().orElseThrow()),
                        String.valueOf(period.lastYear().orElseThrow()),
                        "span");
            case PART -> part(period.firstPart().orElseThrow(), period.lastPart());
            case EVERY_YEARS, UNDATED -> throw new IllegalArgumentException("Period must have a date: " + period);
        };
    }

    private static ParsedWording years(ReferencePeriod period, String granularity) {
        String year = String.valueOf(period.lastYear().orElseThrow());
        return time(year, year, granularity);
    }

    private static ParsedWording part(CalendarPart first, Optional<CalendarPart> last) {
        boolean twoYears = first.granularity() == CalendarPart.Granularity.FISCAL_YEAR && first.number() == 1;
        String granularity = last.isPresent()
                ? "span"
                : first.granularity().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return twoYears && last.isEmpty()
                ? time(String.valueOf(first.year()), String.valueOf(first.year() + 1), granularity)
                : time(label(first), label(last.orElse(first)), granularity);
    }

    private static String label(CalendarPart part) {
        return part.granularity() == CalendarPart.Granularity.FISCAL_YEAR
                ? part.toString().substring(2)
                : part.toString();
    }

    private static ParsedWording time(String from, String to, String granularity) {
        return new ParsedWording()
                .with("kind", "period")
                .with("from", from)
                .with("to", to)
                .with("granularity", granularity);
    }

    /** A date of publication: a day, a month or a year, whose last day it is. */
    private static Optional<LocalDate> published(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.length() == 4 ? LocalDate.of(Integer.parseInt(text), 12, 31) : LocalDate.parse(text));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("Date of publication must be such as 2026-03-27 or 2026: " + text, e);
        }
    }
}
