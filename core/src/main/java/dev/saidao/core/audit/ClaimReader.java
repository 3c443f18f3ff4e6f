package dev.saidao.core.audit;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.table.RowParser;
import dev.saidao.core.text.DecimalSign;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.core.text.MissingSigns;
import dev.saidao.core.text.PeriodFormat;
import dev.saidao.core.text.UnitHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of growth claims: {@code id}, {@code start_value}, {@code start_year}, {@code end_value}, {@code end_year},
 * {@code rate} and, as needed, {@code unit} (two with a semicolon are those of the start and of the end), {@code rate_from},
 * {@code rate_to}, {@code start_qualifier}, {@code end_qualifier}, {@code rate_qualifier}, and {@code start_growth} with {@code
 * start_growth_year}: a growth that was printed beside the claim, into the year of the start (which it is of if the year is left
 * out) or in the year after it.
 *
 * <p>Numbers, units and years recur in files of claims, so that what was read is kept: a reader is not safe for use by several
 * threads, each of which has its own.
 *
 * @since 0.1
 */
public final class ClaimReader implements RowParser<ClaimRow> {

    /** The columns that a file must have. */
    public static final List<String> COLUMNS =
            List.of("id", "start_value", "start_year", "end_value", "end_year", "rate");

    private static final int MOST_KEPT = 200_000;
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final ReadingConvention reading;
    private final Places places;
    private final Map<Cell, ReadNumber> numbers = new HashMap<>();
    private final Map<String, Map<String, ReadNumber>> rates = new HashMap<>();
    private final Map<String, Qualifier> qualifiers = new HashMap<>();
    private final Map<String, UnitHead> heads = new HashMap<>();
    private final Map<String, ReferencePeriod> periods = new HashMap<>();

    /** What decides how a number is read. */
    private record Cell(String text, String unit, String qualifier, Optional<DecimalSign> sign) {}

    /** Where the columns are in the file. */
    private record Places(
            int id,
            int unit,
            int startValue,
            int startYear,
            int endValue,
            int endYear,
            int rate,
            int rateFrom,
            int rateTo,
            int startQualifier,
            int endQualifier,
            int rateQualifier,
            int startGrowth,
            int startGrowthYear) {

        static Places of(List<String> columns) {
            return new Places(
                    columns.indexOf("id"),
                    columns.indexOf("unit"),
                    columns.indexOf("start_value"),
                    columns.indexOf("start_year"),
                    columns.indexOf("end_value"),
                    columns.indexOf("end_year"),
                    columns.indexOf("rate"),
                    columns.indexOf("rate_from"),
                    columns.indexOf("rate_to"),
                    columns.indexOf("start_qualifier"),
                    columns.indexOf("end_qualifier"),
                    columns.indexOf("rate_qualifier"),
                    columns.indexOf("start_growth"),
                    columns.indexOf("start_growth_year"));
        }
    }

    /**
     * A cell of units: one of both sizes, or one of each.
     *
     * @param text what is in the cell
     * @param start the unit of the start
     * @param end the unit of the end
     */
    private record Units(String text, String start, String end) {

        static Units of(String text) {
            int semicolon = text.indexOf(';');
            return semicolon < 0
                    ? new Units(text, text, text)
                    : new Units(
                            text,
                            text.substring(0, semicolon).strip(),
                            text.substring(semicolon + 1).strip());
        }
    }

    // those of the row before, which are mostly those of the next one
    private Units units = Units.of("");
    private String lastUnit = "";
    private @Nullable UnitHead lastHead;
    // what the numbers of the row at hand say of its decimal sign
    private Optional<DecimalSign> sign = Optional.empty();
    private FigureFormat format = FigureFormat.english();

    private ClaimReader(List<String> columns, ReadingConvention reading) {
        this.places = Places.of(columns);
        this.reading = reading;
    }

    /**
     * Returns a reader of the rows of a file.
     *
     * @param columns the columns of the file
     * @param reading how printed numbers are read
     * @return the reader, for one thread
     */
    public static ClaimReader of(List<String> columns, ReadingConvention reading) {
        return new ClaimReader(columns, reading);
    }

    @Override
    public ClaimRow parse(Row row) {
        row.requireWhole();
        if (!row.is(places.unit(), units.text())) {
            units = Units.of(row.text(places.unit()));
        }
        List<Label> notes = new ArrayList<>(0);
        String baseText = given(row, places.startValue());
        String lastText = given(row, places.endValue());
        String rateText = given(row, places.rate());
        settleDecimalSign(baseText, lastText, rateText);
        Optional<ReadNumber> base =
                size("start_value", baseText, units.start(), row.text(places.startQualifier()), notes);
        Optional<ReadNumber> end = size("end_value", lastText, units.end(), row.text(places.endQualifier()), notes);
        Optional<ReadNumber> rate = rateText.isEmpty()
                ? Optional.empty()
                : Optional.of(rate(rateText, known("rate", row.text(places.rateQualifier()), notes)));
        Optional<ReferencePeriod> ratePeriod = ratePeriod(row.text(places.rateFrom()), row.text(places.rateTo()));
        int first = row.plainYear(places.startYear());
        int last = row.plainYear(places.endYear());
        Optional<Label> apart = Optional.empty();
        if (first == 0 || last == 0) {
            String startText = given(row, places.startYear());
            String endText = given(row, places.endYear());
            ReferencePeriod start = startText.isEmpty() ? ReferencePeriod.undated() : single("start_year", startText);
            ReferencePeriod until = endText.isEmpty() ? ReferencePeriod.undated() : single("end_year", endText);
            first = yearOf(start);
            last = yearOf(until);
            if (start.kind() == ReferencePeriod.Kind.PART || until.kind() == ReferencePeriod.Kind.PART) {
                Optional<Integer> years = start.yearsTo(until);
                if (years.isPresent()) {
                    last = first + years.get();
                } else if (first != 0 && last != 0) {
                    apart = Optional.of(Label.of(
                            "no whole number of years lies between " + start + " and " + until,
                            start + " 与 " + until + " 之间不是整年"));
                }
            }
        }
        Optional<GrowthClaim.StartGrowth> growth =
                places.startGrowth() < 0 ? Optional.empty() : startGrowth(row, first, notes);
        return new ClaimRow(row.text(places.id()), base, end, rate, first, last, ratePeriod, growth, apart, notes);
    }

    /** The growth at the start; one of another year says nothing of the claim, which is noted. */
    private Optional<GrowthClaim.StartGrowth> startGrowth(Row row, int first, List<Label> notes) {
        String text = given(row, places.startGrowth());
        if (text.isEmpty() || first == 0) {
            return Optional.empty();
        }
        String yearText = given(row, places.startGrowthYear());
        int year = yearText.isEmpty() ? first : yearOf(single("start_growth_year", yearText));
        if (year != first && year != first + 1) {
            notes.add(Label.of(
                    "start_growth is passed over, since it is not of " + first + " or " + (first + 1) + ": " + yearText,
                    "start_growth 不是 " + first + " 或 " + (first + 1) + " 年的,未予采用:" + yearText));
            return Optional.empty();
        }
        PrintedNumber printed;
        try {
            printed = format.parse(text, Unit.GROWTH_RATE);
        } catch (IllegalArgumentException e) {
            throw UnitCells.unread("start_growth", e, "增长率须如 33.1%:" + text);
        }
        return Optional.of(new GrowthClaim.StartGrowth(read(printed), year));
    }

    /** Where a number of the row has a comma, its numbers together settle what points and commas mean. */
    private void settleDecimalSign(String start, String end, String rate) {
        if (start.indexOf(',') < 0 && end.indexOf(',') < 0 && rate.indexOf(',') < 0) {
            sign = Optional.empty();
            format = FigureFormat.english();
            return;
        }
        sign = DecimalSign.settledBy(List.of(start, end, rate));
        format = sign.map(FigureFormat.english()::withDecimalSign).orElse(FigureFormat.english());
    }

    /** Whether a point may group digits, since the row has decimal commas. */
    private boolean isGroupedByPoint(String text) {
        return sign.isPresent() && sign.get() == DecimalSign.COMMA && text.indexOf('.') >= 0;
    }

    private static String given(Row row, int place) {
        String text = row.text(place);
        return MissingSigns.contains(text) ? "" : text;
    }

    // ---- numbers ----

    /** The number of a size; the unit is that of the column, unless the number says its own. */
    private Optional<ReadNumber> size(String column, String text, String unit, String qualifier, List<Label> notes) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String word = known(column, qualifier, notes);
        if (!unit.isEmpty()) {
            UnitHead of = unitHead(unit);
            if (of.unit().isOpaque() && !notes.contains(UnitCells.opaque(unit))) {
                notes.add(UnitCells.opaque(unit));
            }
            if (Decimals.isShortAndPlain(text) && !isGroupedByPoint(text)) {
                // most numbers are so, and to read them takes no longer than to look them up
                return Optional.of(read(PrintedNumber.of(text, of.multiplier(), of.unit(), qualifier(word))));
            }
        }
        return Optional.of(kept(new Cell(text, unit, word, sign), () -> sizeIn(unit, text), column));
    }

    private PrintedNumber sizeIn(String unit, String text) {
        if (unit.isEmpty()) {
            return format.parse(text);
        }
        UnitHead of = unitHead(unit);
        PrintedNumber printed = sizeIn(of, text);
        return printed.multiplier() == UnitMultiplier.ONE ? printed.with(of.multiplier()) : printed;
    }

    private UnitHead unitHead(String unit) {
        UnitHead last = lastHead;
        if (last != null && unit.equals(lastUnit)) {
            return last;
        }
        try {
            UnitHead head = heads.computeIfAbsent(unit, UnitCells::parse);
            lastUnit = unit;
            lastHead = head;
            return head;
        } catch (IllegalArgumentException e) {
            throw UnitCells.refused(unit, e);
        }
    }

    private ReadNumber read(PrintedNumber printed) {
        return ReadNumber.of(printed, reading);
    }

    /** A number that names another currency than its column is in that one. */
    private PrintedNumber sizeIn(UnitHead of, String text) {
        try {
            return format.parse(text, of.unit());
        } catch (IllegalArgumentException e) {
            PrintedNumber own = format.parse(text);
            if (own.unit().kind() == Unit.Kind.MONEY) {
                return own;
            }
            throw e;
        }
    }

    /** The number of a rate: a growth rate, or a multiple (倍, 翻一番) or percentage points if it says so. */
    private ReadNumber rate(String text, String qualifier) {
        if (sign.isPresent()) {
            return kept(new Cell(text, "rate", qualifier, sign), () -> rate(text), "rate");
        }
        Map<String, ReadNumber> known = rates.computeIfAbsent(qualifier, key -> new HashMap<>());
        ReadNumber rate = known.get(text);
        if (rate == null) {
            if (known.size() >= MOST_KEPT) {
                known.clear();
            }
            rate = said(qualifier, () -> rate(text), "rate", text);
            known.put(text, rate);
        }
        return rate;
    }

    private PrintedNumber rate(String text) {
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : "";
        if (!isGroupedByPoint(text)
                && Decimals.isShortAndPlain(digits.startsWith("-") ? digits.substring(1) : digits)) {
            return PrintedNumber.of(digits, UnitMultiplier.PERCENT, Unit.GROWTH_RATE, Qualifier.NONE);
        }
        try {
            return format.parse(text, Unit.GROWTH_RATE);
        } catch (IllegalArgumentException e) {
            try {
                PrintedNumber own = format.parse(text);
                if (own.unit().equals(Unit.MULTIPLE) || own.unit().equals(Unit.PERCENTAGE_POINTS)) {
                    return own;
                }
            } catch (IllegalArgumentException neither) {
                // the first message says more
            }
            throw e;
        }
    }

    @FunctionalInterface
    private interface Parsing {
        PrintedNumber parse();
    }

    private ReadNumber kept(Cell cell, Parsing parsing, String column) {
        ReadNumber known = numbers.get(cell);
        if (known != null) {
            return known;
        }
        ReadNumber read = said(cell.qualifier(), parsing, column, cell.text());
        if (numbers.size() >= MOST_KEPT) {
            numbers.clear();
        }
        numbers.put(cell, read);
        return read;
    }

    /** A number with the qualifier of its column, unless it says its own. */
    private ReadNumber said(String qualifier, Parsing parsing, String column, String text) {
        PrintedNumber printed;
        try {
            printed = parsing.parse();
        } catch (IllegalArgumentException e) {
            throw UnitCells.unread(
                    column, e, (column.equals("rate") ? "增长率须如 33.1%、年均增长30%:" : "规模须为数字,如 64.3、2,388亿元:") + text);
        }
        Qualifier said = qualifier(qualifier);
        return read(said != Qualifier.NONE && printed.qualifier() == Qualifier.NONE ? printed.with(said) : printed);
    }

    /** The word of a column of qualifiers if it is known; none otherwise, which is noted. */
    private String known(String column, String word, List<Label> notes) {
        if (word.isEmpty() || qualifiers.containsKey(word)) {
            return word;
        }
        Optional<Qualifier> found = QualifierCells.find(word);
        if (found.isPresent()) {
            qualifiers.put(word, found.get());
            return word;
        }
        notes.add(QualifierCells.unknown(column.replace("_value", "") + "_qualifier", word));
        return "";
    }

    private Qualifier qualifier(String word) {
        return word.isEmpty() ? Qualifier.NONE : qualifiers.getOrDefault(word, Qualifier.NONE);
    }

    // ---- years ----

    private ReferencePeriod single(String column, String text) {
        ReferencePeriod period = period(column, text);
        if (period.kind() == ReferencePeriod.Kind.SPAN) {
            // which of its years is meant, the first, the last or that before the first, is for who wrote it to say
            String first = String.valueOf(period.firstYear().orElseThrow());
            String last = String.valueOf(period.lastYear().orElseThrow());
            throw new RowException(
                    column,
                    Label.of(
                            "Year must be one, not " + first + " to " + last + ": " + text,
                            "年份须为一个,而非" + first + "至" + last + "年:" + text));
        }
        if (yearOf(period) == 0) {
            throw new RowException(column, Label.of("Year must be one: " + text, "年份须为一个,如 2024、FY24、2024年6月:" + text));
        }
        return period;
    }

    /** The year of a period, of a part of a year that in which it lies; 0 if it has none. */
    private static int yearOf(ReferencePeriod period) {
        if (period.kind() == ReferencePeriod.Kind.PART) {
            Matcher year = YEAR.matcher(period.firstPart().map(Object::toString).orElse(""));
            return year.find() ? Integer.parseInt(year.group()) : 0;
        }
        return period.lastYear().orElse(0);
    }

    /** The years of a rate, from one column or two; absent if there are none. */
    private Optional<ReferencePeriod> ratePeriod(String from, String to) {
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        if (from.isEmpty() || to.isEmpty()) {
            String column = from.isEmpty() ? "rate_to" : "rate_from";
            ReferencePeriod only = period(column, from + to);
            return Optional.of(only).filter(period -> period.kind() == ReferencePeriod.Kind.SPAN);
        }
        int first = yearOf(single("rate_from", from));
        int last = yearOf(single("rate_to", to));
        if (last <= first) {
            throw new RowException(
                    "rate_to",
                    Label.of(
                            "Last year of the rate must be later than the first: " + first + " to " + last,
                            "增长率的末年须晚于首年:" + first + " 至 " + last));
        }
        return Optional.of(ReferencePeriod.span(first, last));
    }

    private ReferencePeriod period(String column, String text) {
        try {
            if (periods.size() >= MOST_KEPT) {
                periods.clear();
            }
            return periods.computeIfAbsent(text, PeriodFormat::parse);
        } catch (IllegalArgumentException e) {
            throw new RowException(column, Label.of(String.valueOf(e.getMessage()), "年份须如 2024、2024年底、FY24:" + text));
        }
    }
}
