package dev.saidao.core.table;

import dev.saidao.core.table.TableDialect.Layout;
import dev.saidao.core.text.MissingSigns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a head column by column.
 *
 * <p>A cell above the times that was merged with those on its right holds for all of them. Below the times may stand units,
 * which are put in brackets, and quarters or months, which are joined to the times. Where each row says one thing of the series
 * below it, such as Unit or Frequency, the rows are attributes.
 */
final class HeadReader {

    private static final int LONGEST = 300;
    private static final int LONGEST_PART = 6;
    private static final Pattern ROMAN_BEHIND = Pattern.compile("(\\p{L}.*[\\s.])(IV|I{1,3})");
    /** Rows of attributes that say how a series is kept, not what it is. */
    private static final Set<String> OF_THE_FILE = Set.of("Frequency", "Series ID", "Data Type");

    private final Grid grid;
    private final Structure structure;
    private final List<Integer> rows;
    private final HeadTimes headTimes;
    private final boolean wide;
    private final boolean attributes;
    /** The rows of quarters, halves or months, and how these lie in years of two calendar years. */
    private final Map<Integer, FiscalMonths> rowsOfParts = new HashMap<>();

    private final Set<Integer> rowsOfUnknownParts = new HashSet<>();
    /** The rows above the times that say another time above each of them: FY 2024 above Dec 31, 2024. */
    private final Set<Integer> rowsOfTimes = new HashSet<>();
    /** The rows below the times that say one unit for all of them, and that unit. */
    private final Set<Integer> unitsOfAll = new HashSet<>();

    private String unitOfAll = "";
    /** The words beside the last time, which hold for the columns below it that it was merged over. */
    private String besideTime = "";
    /** What the last filled cell of each row above the times says, if a time stood below it. */
    private final Map<Integer, String> carried = new HashMap<>();

    HeadReader(Grid grid, Structure structure, List<Integer> rows, HeadTimes headTimes) {
        this.grid = grid;
        this.structure = structure;
        this.headTimes = headTimes;
        this.wide = structure.layout() == Layout.WIDE;
        this.rows = rows.stream().filter(row -> row >= 0 && !isUnitOfAll(row)).toList();
        this.attributes = isOfAttributes();
        for (int row : this.rows) {
            if (row > structure.headRow()) {
                findPartsAndUnit(row);
            } else if (wide && row == structure.headRow() - 1 && isOfParts(row)) {
                addParts(row);
            } else if (wide && row < structure.headRow() && isOfTimes(row)) {
                rowsOfTimes.add(row);
            }
        }
    }

    /**
     * Whether the cells below years are the same few letters with the numbers from 1 to 4 or 12, such as 1.čt to 4.čt: these are
     * likely to be parts of years, in words that are not known.
     */
    private boolean isNumberedAlike(int row) {
        Set<String> letters = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        boolean times = false;
        for (int column = 0; column < grid.width(row); column++) {
            times |= headTimes.at(column) != null;
            boolean below = headTimes.at(column) != null || grid.isEmpty(structure.headRow(), column);
            if (times && below && !grid.isEmpty(row, column)) {
                String text = withoutRoman(grid.text(row, column));
                letters.add(text.replaceAll("[\\P{L}]+", ""));
                numbers.add(text.replaceAll("\\D+", ""));
            }
        }
        String only = letters.size() == 1 ? letters.iterator().next() : "";
        boolean all = IntStream.rangeClosed(1, numbers.size()).allMatch(n -> numbers.contains(String.valueOf(n)));
        return !only.isEmpty() && only.length() < LONGEST_PART && all && (numbers.size() == 4 || numbers.size() == 12);
    }

    /** A text with the Roman number at its end, if it has one of a quarter, as a digit. */
    private static String withoutRoman(String text) {
        Matcher m = ROMAN_BEHIND.matcher(text);
        return m.matches() ? m.group(1) + RomanParts.number(m.group(2)) : text;
    }

    private void addParts(int row) {
        List<String> parts = new ArrayList<>();
        for (int column = 0; column < grid.width(row); column++) {
            String part = PartWords.of(grid.text(row, column));
            parts.add(part == null ? "" : part);
        }
        rowsOfParts.put(row, FiscalMonths.of(parts));
    }

    /** Whether a row above the times has the word for a unit and that of the table, and nothing else; it is learnt. */
    private boolean isUnitOfAll(int row) {
        boolean label =
                wide && row < structure.headRow() && grid.filled(row) == 2 && Role.of(grid.text(row, 0)) == Role.UNIT;
        int column = 1;
        while (label && grid.isEmpty(row, column)) {
            column++;
        }
        boolean unit = label && (headTimes.at(column) == null || headTimes.count() > 1);
        unitOfAll = unit ? grid.text(row, column) : unitOfAll;
        return unit;
    }

    HeadCells read() {
        HeadCells cells = new HeadCells(
                new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), unitOfAll);
        int width = rows.stream().mapToInt(grid::width).max().orElse(0);
        TimeText last = null;
        for (int column = 0; column < width; column++) {
            TimeText time = wide ? headTimes.at(column) : null;
            if (time == null && last != null && isBelowMerged(column)) {
                time = last;
            }
            // a head that says no time ends what those before it were merged over
            last = time != null ? time : grid.isEmpty(structure.headRow(), column) ? last : null;
            carry(column, time != null);
            if (time != null) {
                cells.times().put(column, inPart(column, time));
            }
            read(column, time, cells);
        }
        return cells;
    }

    /** Whether a column has a head in the last row only, below a time that was merged with those on its right. */
    private boolean isBelowMerged(int column) {
        int lowest = rows.get(rows.size() - 1);
        return lowest > structure.headRow()
                && grid.isEmpty(structure.headRow(), column)
                && !grid.isEmpty(lowest, column);
    }

    private void carry(int column, boolean underTime) {
        for (int row : rows) {
            if (row < structure.headRow() && !grid.isEmpty(row, column)) {
                carried.put(row, underTime ? grid.text(row, column) : "");
            }
        }
    }

    /** The time of a column, in the part of the year that a row below says, or one above, such as Three months ended. */
    private TimeText inPart(int column, TimeText time) {
        for (int row : rows) {
            if (rowsOfUnknownParts.contains(row) && time.isYear()) {
                return time.unnamed();
            }
            FiscalMonths months = rowsOfParts.get(row);
            if (months != null && time.isYear()) {
                String part = PartWords.of(grid.text(row, column));
                return part == null || part.isEmpty() ? time : time.withPart(part, months);
            }
            String above = row < structure.headRow() ? carried.getOrDefault(row, "") : "";
            if (TimeText.isPart(above)) {
                return time.partBy(above);
            }
            TimeText year = time.yearBy(above);
            if (year != null) {
                return year;
            }
        }
        return time;
    }

    private void read(int column, @Nullable TimeText time, HeadCells cells) {
        Set<String> parts = new LinkedHashSet<>();
        String own = "";
        for (int row : rows) {
            String text = wide || attributes ? text(row, column, time != null) : belowMerged(row, column);
            if (!text.isEmpty()) {
                boolean unit = wide
                        ? row != structure.headRow()
                                && (UnitLines.isUnit(text)
                                        || UnitWords.isOfOpenScale(text)
                                        || UnitWords.isSign(text)
                                        || (row > structure.headRow() && UnitWords.isMeasured(text)))
                        : (row > structure.headRow() && !text.endsWith(")") && !text.endsWith("）"))
                                || (!parts.isEmpty() && (UnitLines.isUnit(text) || UnitWords.isSign(text)));
                parts.add(unit && !text.startsWith("(") ? "(" + text + ")" : text);
                own = unit && !own.isEmpty() ? own : text;
            }
        }
        String all = String.join(" ", parts);
        String head =
                time != null ? (all + " " + grid.text(structure.headRow(), column)).strip() : attributes ? own : all;
        cells.heads().put(column, shortened(head));
        cells.owns().put(column, own);
        cells.labels().put(column, shortened(attributes ? attributed(column) : all));
        if (!attributes && parts.size() > 1 && UnitHeads.ofColumn(all).isEmpty()) {
            List<String> saying = parts.stream()
                    .filter(part -> UnitHeads.ofColumn(part).isPresent())
                    .toList();
            if (!saying.isEmpty()) {
                cells.unitsAbove().put(column, saying.get(saying.size() - 1));
            }
        }
    }

    /** What a cell of the head says where times stand in a column: one that was merged holds for all heads below it. */
    private String belowMerged(int row, int column) {
        String text = grid.text(row, column);
        int lowest = rows.get(rows.size() - 1);
        if (row == lowest || column <= structure.timeColumn() || grid.isEmpty(lowest, column)) {
            return text;
        }
        if (!text.isEmpty()) {
            carried.put(row, text);
        }
        return text.isEmpty() ? carried.getOrDefault(row, "") : text;
    }

    /** What a cell of the head says, besides its time. */
    private String text(int row, int column, boolean hasTime) {
        String text = grid.text(row, column);
        if (!hasTime) {
            return text;
        }
        if (BUSINESS_TERM.matcher(text).matches()) {
            text = "";
        }
        if (row < structure.headRow()) {
            if (rowsOfParts.containsKey(row) || rowsOfTimes.contains(row)) {
                return "";
            }
            return text.isEmpty() ? carried.getOrDefault(row, "") : text;
        }
        if (row == structure.headRow()) {
            TimeText.Worded worded = TimeText.worded(text);
            besideTime = text.isEmpty() ? besideTime : worded == null ? "" : worded.words();
            return besideTime;
        }
        if (rowsOfParts.containsKey(row)) {
            return "";
        }
        return unitsOfAll.contains(row) ? "" : text;
    }

    /** Whether a row above years says the quarter, half or month of each of them, and of nothing else. */
    private boolean isOfParts(int row) {
        int parts = 0;
        for (int column = 1; column < Math.max(grid.width(row), grid.width(row + 1)); column++) {
            TimeText time = headTimes.at(column);
            String part = time == null ? null : PartWords.of(grid.text(row, column));
            if (time == null ? !grid.isEmpty(row, column) : part == null || part.isEmpty()) {
                return false;
            }
            if (time != null && (!time.isYear() || Structure.isFifth(grid.text(row, column)))) {
                return false;
            }
            parts += time == null ? 0 : 1;
        }
        return parts > 1;
    }

    /**
     * Whether a row says a time above each of those of the head, and no time twice, so that it tells no series apart; or it numbers the
     * columns.
     */
    private boolean isOfTimes(int row) {
        Set<String> times = new HashSet<>();
        int columns = 0;
        int last = -1;
        for (int column = 1; column < Math.max(grid.width(row), grid.width(structure.headRow())); column++) {
            if (headTimes.at(column) != null) {
                String text = grid.text(row, column);
                boolean number = NUMBER_OF_COLUMN.matcher(text).matches() && Integer.parseInt(text) > last;
                last = number ? Integer.parseInt(text) : last;
                TimeText time = number ? null : TimeText.parse(text);
                columns++;
                if (!number && (time == null || !times.add(time.time()))) {
                    return false;
                }
            }
        }
        return columns > 1;
    }

    /** Finds whether a row below years is one of quarters, halves or months, or has one unit for all columns. */
    private void findPartsAndUnit(int row) {
        int parts = 0;
        boolean all = true;
        // what stands before the times may say anything
        int first = 0;
        while (first < grid.width(row) && headTimes.at(first) == null) {
            first++;
        }
        for (int column = first; column < grid.width(row) && all; column++) {
            String part = grid.isEmpty(row, column) ? "" : PartWords.of(grid.text(row, column));
            all = part != null && !Structure.isFifth(grid.text(row, column));
            parts += part == null || part.isEmpty() ? 0 : 1;
        }
        if (all && parts > 1) {
            addParts(row);
        } else if (isNumberedAlike(row)) {
            rowsOfUnknownParts.add(row);
        }
        String unit = grid.isFilledOnce(row) ? grid.first(row) : belowFirstTime(row);
        if (UnitLines.isUnit(unit)) {
            unitsOfAll.add(row);
            unitOfAll = unit;
        }
    }

    /** What stands below the first of several times, if nothing stands below the others; the first column may have its name. */
    private String belowFirstTime(int row) {
        String found = "";
        for (int column = 1; column < grid.width(row); column++) {
            if (!grid.isEmpty(row, column)) {
                if (!found.isEmpty() || headTimes.at(column) == null || headTimes.at(column - 1) != null) {
                    return "";
                }
                found = grid.text(row, column);
            }
        }
        return found;
    }

    // ---- attributes ----

    /** Whether the rows each say one thing of the series below, named in the first column. */
    private boolean isOfAttributes() {
        int named = 0;
        boolean unit = false;
        for (int row : rows) {
            if (!grid.isEmpty(row, 0)) {
                named++;
                unit |= Role.of(grid.text(row, 0)) == Role.UNIT;
            } else if (named > 0) {
                return false;
            }
        }
        // the name of a series stands above what is said of it, with nothing before it
        return rows.size() > 2 && (named == rows.size() || (unit && named > 1));
    }

    private String attributed(int column) {
        List<String> parts = new ArrayList<>();
        StringBuilder unit = new StringBuilder();
        String currency = "";
        boolean saidByName = rows.stream().anyMatch(row -> Role.of(grid.text(row, 0)) == Role.UNIT);
        boolean ofAustralia = rows.stream().anyMatch(row -> grid.text(row, 0).equals("Collection Month"));
        for (int row : rows) {
            String name = grid.text(row, 0);
            Role role = Role.of(name);
            String text = grid.text(row, column);
            if (text.isEmpty() || OF_THE_FILE.contains(name) || (role == Role.KIND && isSame(row))) {
                continue;
            }
            if (role == Role.CURRENCY && (SeriesUnit.isCurrency(text) || MissingSigns.contains(text))) {
                currency = SeriesUnit.isCurrency(text) ? text : currency;
                continue;
            }
            if (role == Role.UNIT
                    || (!saidByName && role == Role.OTHER && unit.length() == 0 && UnitLines.isUnit(text))) {
                unit.append(
                        ofAustralia && text.startsWith("$")
                                ? "A" + text
                                : CODE_OF_WORDS.matcher(text).replaceAll(" "));
            } else if (role == Role.MULTIPLIER && UnitWords.factor(text).isPresent()) {
                // where a word and no code of SDMX heads it, it is no exponent
                boolean one = UnitWords.factor(text).orElseThrow().compareTo(BigDecimal.ONE) == 0
                        || (text.equals("1") && name.indexOf('_') < 0);
                unit.insert(0, one ? "" : text + " ");
            } else if (role != Role.ASIDE
                    && role != Role.SOURCE
                    && role != Role.NOTE
                    && (role != Role.TIME || text.indexOf(' ') > 0)) {
                // several words beside Date are the name of a series, one word is a code
                parts.add(text);
            }
        }
        if (parts.isEmpty()) {
            rows.stream()
                    .filter(row -> grid.text(row, 0).equals("Series ID"))
                    .map(row -> grid.text(row, column))
                    .forEach(parts::add);
        }
        int named = unit.indexOf("Currency");
        if (!currency.isEmpty() && named >= 0) {
            unit.replace(named, named + "Currency".length(), currency);
        }
        return String.join(" ", parts) + (unit.length() == 0 ? "" : " (" + unit + ")");
    }

    /** Whether a row of the head says the same of all series. */
    private boolean isSame(int row) {
        return IntStream.range(1, grid.width(row))
                        .mapToObj(column -> grid.text(row, column))
                        .distinct()
                        .count()
                == 1;
    }

    private static final Pattern NUMBER_OF_COLUMN = Pattern.compile("\\d{1,3}");
    /** The number of a business year, beside its time: 제56기, 第24期. */
    private static final Pattern BUSINESS_TERM = Pattern.compile("제\\s?\\d{1,3}\\s?기|第\\s?\\d{1,3}\\s?期");
    /** What stands between the words of a unit where no blanks do: Percent:_Per_Year. */
    private static final Pattern CODE_OF_WORDS = Pattern.compile(":?_");

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
