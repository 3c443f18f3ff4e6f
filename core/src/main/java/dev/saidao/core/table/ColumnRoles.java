package dev.saidao.core.table;

import dev.saidao.core.table.TableDialect.Layout;
import dev.saidao.core.text.MissingSigns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds what each column of a table is for, from its head and from what stands below it. */
final class ColumnRoles {

    private static final Pattern YEAR_NAME = Pattern.compile("(?i)(?<![a-z])years?(?![a-z])|年份|年度");

    /** A name and the word behind its last sign or blank: Value-Jan. */
    private static final Pattern STEM = Pattern.compile("(.{1,80}\\S)\\s*[-_\u2013. ]\\s*(\\p{L}{3,10})\\.?");

    /** So many cells that are no known units are enough to see that a column is not of them. */
    private static final int UNKNOWN_UNITS = 3;
    /** In no more rows than these words may be the same by chance. */
    private static final int FEW = 3;

    private static final int MOST_SOURCES = 1_000;
    /** What is longer, and other words in each row of a first column, is a name. */
    private static final int LONGEST_UNIT = 16;

    /** Letters before a number that may be that of a part of a year or of anything else. */
    private static final Pattern CODE_OF_PART = Pattern.compile("(?i)[QTSHAM]0?\\d{1,2}");

    private static final Pattern NUMBER_FIRST =
            Pattern.compile("[(\uFF08]?[-+\u2212\u2013\u25B2\u25B3<>~]?\\s?[$€£¥]?\\d");

    /** The labels of codes that another column has: Economy Label. */
    private static final Pattern LABEL = Pattern.compile("(?i)(.{1,80}\\S)[ _.-](?:label|name|description|desc)");

    private static final Pattern AMOUNT =
            Pattern.compile("[-+(\u2212]?(?:[A-Z]{1,2})?[$€£¥￥₹]\\s?\\d[\\d.,]*\\s?\\p{L}{0,8}\\)?$");

    private static final Pattern SIGN = Pattern.compile("(?:US)?[$€£¥￥₹]");

    private final TableColumns table;

    ColumnRoles(TableColumns table) {
        this.table = table;
    }

    void find(Grid grid, HeadCells cells) {
        int width = 0;
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 50); row++) {
            width = Math.max(width, grid.width(row));
        }
        width = Math.max(width, table.structure.headRow() < 0 ? 0 : grid.width(table.structure.headRow()));
        boolean named = false;
        int firstTime = yearsOfOneKind(cells);
        Set<String> labelled = labelled(cells);
        for (int column = 0; column < width; column++) {
            Role role = column == table.structure.timeColumn() ? Role.TIME : Role.of(cells.own(column));
            if (role == Role.KIND) {
                role = isSameBelow(grid, column) ? Role.ASIDE : Role.OTHER;
            }
            if (role == Role.SOURCE) {
                role = table.structure.layout() == Layout.LONG && saysStatusOfSome(grid, column)
                        ? Role.NOTE
                        : Role.ASIDE;
            }
            if (role == Role.TIME && column != table.structure.timeColumn()) {
                role = besideTimes(grid, column);
            }
            if ((role == Role.OTHER || role == Role.CODE)
                    && table.structure.layout() == Layout.LONG
                    && (!grid.isEmpty(table.firstRow, column)
                            || cells.own(column).isEmpty())
                    && column < table.structure.timeColumn() + 3) {
                boolean parts = isMonths(grid, column)
                        || (TableColumns.isOfQuarters(cells.own(column)) && isParts(grid, column));
                role = isTimeAgain(grid, column) ? Role.ASIDE : parts ? Role.PART : role;
            }
            if (table.structure.timeColumn() >= 0
                    && Role.isCodeOf(cells.own(column), cells.own(table.structure.timeColumn()))) {
                role = Role.ASIDE;
            }
            if (role == Role.VALUE
                    && Structure.valuesBelow(grid, table.firstRow - 1, column) == 0
                    && !isEmptyBelow(grid, column)) {
                // what a value is in words is no part of what it is of
                boolean aside = table.structure.layout() == Layout.LONG && Role.of(cells.own(column)) == Role.VALUE;
                role = aside ? Role.ASIDE : Role.OTHER;
            }
            if (role == Role.OTHER && (cells.own(column).isEmpty() ? isUnits(grid, column) : areUnits(grid, column))) {
                role = Role.UNIT;
            }
            if (role == Role.UNIT
                    && UnitLines.isLabelled(cells.own(column))
                    && !cells.own(column).endsWith(grid.text(table.firstRow, column))
                    && !areUnits(grid, column)) {
                // Unit: 1 000 hl above names
                role = Role.OTHER;
            }
            if (role == Role.UNIT && column == 0 && table.structure.layout() == Layout.WIDE && areNames(grid)) {
                role = Role.OTHER;
            }
            if (role == Role.MULTIPLIER && !isMultiplierBelow(grid, column)) {
                role = areUnits(grid, column) ? Role.UNIT : Role.OTHER;
            }
            if (role == Role.VALUE && named) {
                role = Role.ASIDE;
            }
            if (role == Role.OTHER
                    && table.structure.layout() == Layout.LONG
                    && (isCodes(grid, column) || labelled.contains(name(cells.own(column))))) {
                role = Role.CODE;
            }
            if (table.structure.layout() == Layout.WIDE
                    && (role == Role.PART || role == Role.OTHER || role == Role.CODE)) {
                boolean parts = table.part < 0 && column < firstTime && isPartsBelowYears(grid, cells, column);
                if (role == Role.PART && !parts && column < firstTime && areNoParts(grid, table.firstRow, column)) {
                    table.unreadParts = column;
                }
                role = parts ? Role.PART : role == Role.PART ? Role.OTHER : role;
                table.part = parts ? column : table.part;
            }
            named |= role == Role.VALUE;
            table.roles.put(column, role);
        }
        if (named && table.structure.layout() == Layout.LONG && isValueBesideQuantity(grid, cells, width)) {
            named = false;
            table.roles.replaceAll((column, role) -> role == Role.VALUE ? Role.OTHER : role);
        }
        switch (table.structure.layout()) {
            case WIDE -> findWide(grid, cells, width);
            case YEAR_BY_PART -> findParts(grid, width);
            case LONG, TIME_ABOVE -> {
                findLong(grid, cells, width, named);
                if (table.structure.layout() == Layout.LONG && table.part < 0) {
                    setAsideComments(grid, width);
                }
            }
        }
        for (Role role : Role.values()) {
            table.byRole.put(role, columnsOf(role));
        }
        table.keyParts = IntStream.concat(IntStream.of(columnsOf(Role.OTHER)), IntStream.of(columnsOf(Role.CODE)))
                .sorted()
                .toArray();
    }

    /** The role of a column below a word for times that has not the times of the table. */
    private Role besideTimes(Grid grid, int column) {
        if (table.structure.layout() == Layout.WIDE) {
            return Role.OTHER;
        }
        if (isParts(grid, column)) {
            return Role.PART;
        }
        // Calendar Year, Mid-year below TimePeriod: kinds of years, which tell series apart
        boolean kinds = Structure.timesBelow(grid, table.firstRow - 1, column) == 0
                && !hasNumbers(grid, column)
                && !isSameBelow(grid, column);
        return kinds ? Role.OTHER : Role.ASIDE;
    }

    /** Whether some cells say a status, such as a forecast, and others none. */
    private boolean saysStatusOfSome(Grid grid, int column) {
        Set<String> texts = new HashSet<>();
        for (int row = table.firstRow; row < grid.rows() && texts.size() < MOST_SOURCES; row++) {
            if (!grid.isEmpty(row, column)) {
                texts.add(grid.text(row, column));
            }
        }
        long said = texts.stream()
                .filter(text -> Flags.said(text) != ObservationStatus.A)
                .count();
        return said > 0 && said < texts.size();
    }

    /** Whether all cells below the head that are not empty say the same. */
    private boolean isSameBelow(Grid grid, int column) {
        String first = "";
        for (int row = table.firstRow; row < grid.rows(); row++) {
            String text = grid.filled(row) > 1 ? grid.text(row, column) : "";
            if (!text.isEmpty() && !first.isEmpty() && !text.equals(first)) {
                return false;
            }
            first = text.isEmpty() ? first : text;
        }
        return true;
    }

    /** Whether the column of values is one of amounts of money, beside one of quantities. */
    private boolean isValueBesideQuantity(Grid grid, HeadCells cells, int width) {
        for (int column = 0; column < width; column++) {
            if (table.roles.get(column) == Role.OTHER
                    && TableColumns.isQuantity(cells.own(column))
                    && hasNumbers(grid, column)) {
                return true;
            }
        }
        return false;
    }

    /** The names of columns beside which another one has the labels of what they say: Economy beside Economy Label. */
    private static Set<String> labelled(HeadCells cells) {
        Set<String> names = new HashSet<>();
        for (String own : cells.owns().values()) {
            Matcher label = LABEL.matcher(own);
            if (label.matches()) {
                names.add(name(label.group(1)));
            }
        }
        return names;
    }

    private static String name(String head) {
        return head.strip().toLowerCase(Locale.ROOT);
    }

    /** The first column of a time, where all times are years that are named in one way; -1 else. */
    private static int yearsOfOneKind(HeadCells cells) {
        Set<TimeText.FiscalName> names = EnumSet.noneOf(TimeText.FiscalName.class);
        for (TimeText time : cells.times().values()) {
            if (!time.isYear()) {
                return -1;
            }
            names.add(time.fiscalName());
        }
        return names.size() == 1
                ? cells.times().keySet().stream()
                        .mapToInt(Integer::intValue)
                        .min()
                        .orElse(-1)
                : -1;
    }

    /**
     * Whether a column has the months or quarters of the years in the head, in most of its rows and two at least. A letter and a
     * digit, such as Q1, may be a code unless a word for a part of the year heads them.
     */
    private boolean isPartsBelowYears(Grid grid, HeadCells cells, int column) {
        Set<String> parts = new HashSet<>();
        String head = cells.own(column);
        boolean headed = Role.of(head) == Role.PART || TableColumns.isOfQuarters(head);
        int rows = 0;
        int others = 0;
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 100); row++) {
            String text = grid.text(row, column);
            String part = headed ? TableColumns.partBelow(head, text) : PartWords.of(text);
            boolean quarter = head.isEmpty() && !text.isEmpty() && text.charAt(0) == 'Q';
            boolean code = !headed
                    && Role.of(head) != Role.TIME
                    && !quarter
                    && CODE_OF_PART.matcher(text).matches();
            if (Structure.isFifth(text) || code) {
                return false;
            }
            boolean filled = !text.isEmpty() && !grid.isFilledOnce(row);
            rows += filled && part != null ? 1 : 0;
            others += filled && part == null ? 1 : 0;
            if (part != null && !part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts.size() > 1 && rows > others;
    }

    /** Whether a column that the word for a part of a year heads has words of which none is one: months in a language not read. */
    private static boolean areNoParts(Grid grid, int first, int column) {
        Set<String> words = new HashSet<>();
        for (int row = first; row < Math.min(grid.rows(), first + 100); row++) {
            String text = grid.text(row, column);
            if (!text.isEmpty() && !grid.isFilledOnce(row)) {
                if (grid.isNumber(row, column) || PartWords.of(text) != null) {
                    return false;
                }
                words.add(text);
            }
        }
        return words.size() > 2;
    }

    private int[] columnsOf(Role role) {
        return table.roles.entrySet().stream()
                .filter(column -> column.getValue() == role)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    /** Whether the first cell of a column is a multiplier, or says that there is none: a scale of answers is no multiplier. */
    private boolean isMultiplierBelow(Grid grid, int column) {
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 25); row++) {
            String text = grid.text(row, column);
            if (!text.isEmpty() && !text.startsWith("_") && !MissingSigns.containsOfTables(text)) {
                return UnitWords.factor(text).isPresent();
            }
        }
        return true;
    }

    /** Whether a cell of a column begins with a zero that no number has: 01001. */
    private boolean isCodes(Grid grid, int column) {
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 50); row++) {
            String text = grid.text(row, column);
            if (text.length() > 1 && text.charAt(0) == '0' && text.chars().allMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a column that nothing names has units and nothing else; men and women are two names of what is counted alike. */
    private boolean isUnits(Grid grid, int column) {
        Map<String, String> wordsByUnit = new HashMap<>();
        int units = 0;
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 50); row++) {
            String text = grid.text(row, column);
            if (!text.isEmpty() && grid.filled(row) > 2) {
                if (!UnitLines.isUnit(text) || SIGN.matcher(text).matches()) {
                    return false;
                }
                String other = wordsByUnit.put(UnitWords.of(text).printed(), text);
                if (other != null && !other.equals(text)) {
                    return false;
                }
                units++;
            }
        }
        return units > 1;
    }

    /** Whether most cells of a column, whatever heads it, are units, and two of these of more than a currency. */
    private boolean areUnits(Grid grid, int column) {
        Set<String> units = new HashSet<>();
        Set<String> texts = new HashSet<>();
        boolean brief = true;
        int known = 0;
        int rows = 0;
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 50); row++) {
            String text = grid.text(row, column);
            if (!text.isEmpty() && grid.filled(row) > 2) {
                boolean unit = !grid.isNumber(row, column) && (UnitLines.isUnit(text) || UnitWords.isSign(text));
                if (!unit && rows == known + UNKNOWN_UNITS) {
                    return false;
                }
                rows++;
                texts.add(text);
                brief &= text.length() <= LONGEST_UNIT;
                known += unit ? 1 : 0;
                if (unit && !SeriesUnit.isCurrency(UnitWords.of(text).printed())) {
                    units.add(text);
                }
            }
        }
        // names may say their units: Taux de chômage en %
        boolean names = column == 0 && texts.size() == rows && !brief;
        return units.size() > 1 && known * 2 > rows && !names;
    }

    /** Whether the cells of the first column are other words in each row, and none of them a unit, whatever heads them. */
    private boolean areNames(Grid grid) {
        Set<String> texts = new HashSet<>();
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 50); row++) {
            String text = grid.text(row, 0);
            if (!text.isEmpty() && grid.filled(row) > 1) {
                boolean unit = grid.isNumber(row, 0) || UnitLines.isUnit(text) || UnitWords.isSign(text);
                if (unit || !texts.add(text)) {
                    return false;
                }
            }
        }
        return texts.size() > 1;
    }

    private boolean isParts(Grid grid, int column) {
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 25); row++) {
            if (grid.filled(row) > 2 && PartWords.of(grid.text(row, column)) == null) {
                return false;
            }
        }
        return true;
    }

    /** Whether all cells of a column are years. */
    private boolean isYears(Grid grid, int column) {
        int years = 0;
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 25); row++) {
            String text = grid.text(row, column);
            if (!text.isEmpty() && !text.matches("(?:19|20)\\d\\d(?:\\.0)?")) {
                return false;
            }
            years += text.isEmpty() ? 0 : 1;
        }
        return years > 0;
    }

    /**
     * Whether a column that no known word heads has the months beside years: 2023;Januar. Below a head one month is no time: it
     * may as well be a code, such as JAN for a population of the first of January. Without a head most cells decide: what is no
     * month beside months is refused and gives its row no year.
     */
    private boolean isMonths(Grid grid, int column) {
        boolean headed = !table.heads.getOrDefault(column, "").isEmpty();
        Set<String> months = new HashSet<>();
        Set<String> glued = new HashSet<>();
        int rows = 0;
        int others = 0;
        int most = table.firstRow + (headed ? 2_000 : 25);
        for (int row = table.firstRow; row < Math.min(grid.rows(), most) && (rows < 25 || months.size() < 2); row++) {
            TimeText time = TimeText.parse(grid.text(row, table.structure.timeColumn()));
            String text = grid.text(row, column);
            boolean below = rows > 0 && grid.isEmpty(row, table.structure.timeColumn());
            if ((time != null || below) && !text.isEmpty()) {
                String part = headed ? null : PartWords.of(text);
                boolean month = PartWords.monthOf(text) != null
                        || text.matches("(?:0?[1-9]|1[0-2])[月월]")
                        || (part != null && !part.isEmpty());
                String before = month || headed ? "" : PartWords.beforeMonth(text);
                boolean other = !month && before.isEmpty();
                if ((other && (headed || Structure.isFifth(text)))
                        || (time != null && time.kind() != TimeText.Kind.YEAR)) {
                    return false;
                }
                others += other ? 1 : 0;
                rows += other ? 0 : 1;
                if (!other) {
                    months.add(text);
                    glued.add(before);
                }
            }
        }
        // IJAN, IFEB: letters before a month are no month, but what stands there is a time and not a name
        boolean alike = glued.size() == 1 || (glued.size() == 2 && glued.contains(""));
        boolean one = rows > 1 && others == 0 && !headed && glued.stream().allMatch(letters -> letters.length() < 3);
        return alike && (months.size() > 1 ? rows > others : one);
    }

    /** Whether a column says the year of the time column once more, perhaps with a part of it: 2023 Annual. */
    private boolean isTimeAgain(Grid grid, int column) {
        boolean any = false;
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 25); row++) {
            TimeText time = TimeText.parse(grid.text(row, table.structure.timeColumn()));
            if (time == null) {
                continue;
            }
            String text = grid.text(row, column);
            TimeText again = TimeText.parse(text);
            String year = time.time().substring(0, 4);
            boolean part = text.startsWith(year) && PartWords.of(text.substring(4)) != null;
            if (again == null ? !part : !again.time().startsWith(year)) {
                return false;
            }
            any = true;
        }
        return any;
    }

    private boolean isEmptyBelow(Grid grid, int column) {
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 50); row++) {
            if (!grid.isEmpty(row, column) && !MissingSigns.containsOfTables(grid.text(row, column))) {
                return false;
            }
        }
        return true;
    }

    private void findWide(Grid grid, HeadCells cells, int width) {
        List<Integer> timed = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            if (cells.time(column) != null) {
                timed.add(column);
            }
        }
        // the rank of a year is no amount of it
        List<Integer> amounts = timed.stream()
                .filter(column -> Role.of(cells.label(column)) != Role.CODE)
                .toList();
        List<Integer> columns = amounts.isEmpty() ? timed : amounts;
        List<String> apart = distinguishing(timed, cells, hasOtherNumbers(grid, cells, timed, width));
        List<String> labels = numbered(
                columns.stream().map(column -> apart.get(timed.indexOf(column))).toList(),
                at -> String.valueOf(cells.time(columns.get(at))));
        for (int i = 0; i < columns.size(); i++) {
            int column = columns.get(i);
            int note = isNotes(grid, cells, column + 1) ? column + 1 : -1;
            if (note >= 0) {
                table.roles.put(note, Role.ASIDE);
            }
            table.roles.put(column, Role.VALUE);
            table.values.add(new TableColumns.Value(
                    column,
                    cells.time(column),
                    "",
                    labels.get(i),
                    cells.label(column),
                    cells.unitWords(column),
                    note,
                    labels.get(i).hashCode() & 0x7FFFFFFF));
        }
        String first = cells.own(0);
        if (first.matches("[^\\\\]+,[^\\\\]+\\\\.*")) {
            table.joinedKey = List.of(first.substring(0, first.indexOf('\\')).split(","));
            table.roles.put(0, Role.OTHER);
        }
        for (int column = 0; column < width; column++) {
            Role role = table.roles.getOrDefault(column, Role.OTHER);
            boolean behind = !columns.isEmpty() && column > columns.get(0);
            if (role == Role.OTHER && column > 0 && ((behind && saysNothing(grid, column)) || isSigns(grid, column))) {
                table.roles.put(column, Role.ASIDE);
                role = Role.ASIDE;
            }
            if ((role == Role.OTHER || role == Role.CODE)
                    && (isNumeric(grid, column) || (behind && beginWithNumbers(grid, column)))) {
                table.asideNumbers.add(column);
            }
            if (role == Role.VALUE && cells.time(column) == null) {
                table.roles.put(column, Role.OTHER);
                table.asideNumbers.add(column);
            }
        }
    }

    /** Whether all of enough rows say the same in a column, so that it tells none of them apart. */
    private boolean saysNothing(Grid grid, int column) {
        return grid.rows() - table.firstRow > FEW && isSameBelow(grid, column);
    }

    /** Whether a column has the sign of a currency and nothing else. */
    private boolean isSigns(Grid grid, int column) {
        String sign = "";
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 200); row++) {
            String text = grid.text(row, column);
            if (!text.isEmpty() && (!SIGN.matcher(text).matches() || !(sign.isEmpty() || sign.equals(text)))) {
                return false;
            }
            sign = text.isEmpty() ? sign : text;
        }
        if (!sign.isEmpty()) {
            table.signs.add(sign);
        }
        return !sign.isEmpty();
    }

    /** Whether numbers of something else stand beside those of the times, which are told apart from these by their names. */
    private boolean hasOtherNumbers(Grid grid, HeadCells cells, List<Integer> timed, int width) {
        for (int column = 0; column < width; column++) {
            boolean behind = !timed.isEmpty() && column > timed.get(0);
            if (!timed.contains(column)
                    && table.roles.get(column) == Role.OTHER
                    && (behind
                            ? !cells.own(column).isEmpty()
                            : UnitHeads.inHead(cells.own(column)).isPresent())
                    && isNumeric(grid, column)) {
                return true;
            }
        }
        return false;
    }

    /** The labels of columns, without what all of them share unless numbers of something else stand beside them. */
    private static List<String> distinguishing(List<Integer> columns, HeadCells cells, boolean others) {
        List<String> labels = columns.stream().map(cells::label).toList();
        boolean differ = others || new HashSet<>(labels).size() > 1;
        return differ ? labels : labels.stream().map(label -> "").toList();
    }

    /** The labels of columns, those of one time that are another's once more with a number behind them. */
    private static List<String> numbered(List<String> labels, IntFunction<String> times) {
        Map<String, Integer> counts = new HashMap<>();
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            int count = counts.merge(times.apply(i) + "\0" + labels.get(i), 1, Integer::sum);
            numbered.add(count == 1 ? labels.get(i) : (labels.get(i) + " #" + count).strip());
        }
        return numbered;
    }

    /** Whether a column has the status of the time before it, as there is one behind each time. */
    private boolean isStatusOfTime(HeadCells cells, int column) {
        boolean behind = Role.of(cells.own(column)) == Role.STATUS && cells.time(column - 1) != null;
        return behind && cells.times().keySet().stream().allMatch(time -> Role.of(cells.own(time + 1)) == Role.STATUS);
    }

    /** Whether a column holds marks of the values before it. */
    private boolean isNotes(Grid grid, HeadCells cells, int column) {
        String head = cells.own(column);
        if (head.matches("(?i).+[_. ](?:flags?|footnotes?)") || isStatusOfTime(cells, column)) {
            return true;
        }
        boolean marks =
                table.structure.layout() == Layout.WIDE && HeadTimes.isMarksOf(grid, table.structure.headRow(), column);
        if (cells.time(column) != null || (head.length() > 2 && !marks)) {
            return false;
        }
        boolean any = false;
        boolean empty = true;
        for (int row = table.firstRow; row < grid.rows(); row++) {
            String text = grid.text(row, column);
            if (text.length() > 8 || grid.isNumber(row, column)) {
                return false;
            }
            any |= !MissingSigns.contains(text);
            empty &= text.isEmpty();
        }
        // a column of a name in which no value is there is one of values
        return any || (empty ? !head.isEmpty() : head.isEmpty());
    }

    /** Whether half of the cells of a column are numbers, or signs that there is none. */
    private boolean mayBeValues(Grid grid, int column) {
        return isMostly(grid, column, 0.5, row -> grid.isValue(row, column));
    }

    private boolean isNumeric(Grid grid, int column) {
        return isMostly(grid, column, 0.8, row -> grid.isNumber(row, column));
    }

    /** Whether half of the cells of a column begin with a number, be it in brackets or with a unit behind it: 0.3 pp. */
    private boolean beginWithNumbers(Grid grid, int column) {
        return isMostly(
                grid,
                column,
                0.5,
                row -> NUMBER_FIRST.matcher(grid.text(row, column)).lookingAt());
    }

    /** Whether a share of the first cells of a column that are filled, beside others, are of one kind. */
    private boolean isMostly(Grid grid, int column, double share, IntPredicate isOfKind) {
        int found = 0;
        int filled = 0;
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 50); row++) {
            if (!grid.isEmpty(row, column) && grid.filled(row) > 1) {
                filled++;
                found += isOfKind.test(row) ? 1 : 0;
            }
        }
        return filled > 0 && found >= share * filled;
    }

    private void findParts(Grid grid, int width) {
        for (int column = 0; column < width; column++) {
            String of = PartWords.of(table.heads.getOrDefault(column, ""));
            if (of != null && column != table.structure.timeColumn()) {
                table.roles.put(column, Role.VALUE);
                table.values.add(new TableColumns.Value(column, null, of, "", "", "", -1, 0));
            } else if (column > table.structure.timeColumn()
                    && table.roles.get(column) == Role.OTHER
                    && mayBeValues(grid, column)) {
                // an average or a sum that no word known here heads is no part of a name
                table.roles.put(column, Role.ASIDE);
                table.asideNumbers.add(column);
            }
        }
    }

    /**
     * Sets aside words that change from row to row where each row has another time, in steps: they say something of its values, and
     * tell no series apart.
     */
    private void setAsideComments(Grid grid, int width) {
        List<Integer> words = IntStream.range(0, width)
                .filter(column -> table.roles.get(column) == Role.OTHER && !hasNumbers(grid, column))
                .boxed()
                .toList();
        // the times of all rows are looked at only where there are words that may be comments
        if (words.isEmpty() || !isOneSeries(grid)) {
            return;
        }
        for (int column : words) {
            if (!isSameBelow(grid, column)) {
                boolean status = saysStatusOfSome(grid, column);
                table.roles.put(column, status ? Role.NOTE : Role.ASIDE);
                if (!status) {
                    table.asideWords.add(column);
                }
            }
        }
    }

    /** Whether the rows have other times, each as far from the one before. */
    private boolean isOneSeries(Grid grid) {
        int rows = 0;
        int steps = 0;
        int last = 0;
        int step = 0;
        for (int row = table.firstRow; row < grid.rows(); row++) {
            TimeText time = grid.filled(row) > 1 ? TimeText.parse(grid.text(row, table.structure.timeColumn())) : null;
            if (time == null) {
                continue;
            }
            int months = time.months();
            boolean next =
                    rows > 0 && months != last && (step == 0 || Integer.signum(months - last) == Integer.signum(step));
            if (months < 0 || (rows > 0 && !next)) {
                return false;
            }
            steps += rows > 1 && months - last == step ? 1 : 0;
            step = rows == 1 ? months - last : step;
            last = months;
            rows++;
        }
        return rows > FEW + 1 && steps >= 0.7 * (rows - 2);
    }

    private void findLong(Grid grid, HeadCells cells, int width, boolean named) {
        for (int column = 0; column < width; column++) {
            Role role = table.roles.getOrDefault(column, Role.OTHER);
            if (role == Role.PART) {
                table.part = column;
            }
            boolean value =
                    named ? role == Role.VALUE : isUnnamedValue(grid, column, role) || isMoney(grid, column, role);
            if (value) {
                table.roles.put(column, Role.VALUE);
            }
        }
        List<Integer> columns = new ArrayList<>();
        table.roles.forEach((column, role) -> {
            if (role == Role.VALUE) {
                columns.add(column);
            }
        });
        Collections.sort(columns);
        Map<Integer, Stem> stems = monthly(grid, columns, cells);
        List<String> labels = numbered(
                columns.stream()
                        .map(column -> Optional.ofNullable(stems.get(column))
                                .map(Stem::name)
                                .orElse(cells.label(column)))
                        .toList(),
                at -> stems.containsKey(columns.get(at)) ? cells.label(columns.get(at)) : "");
        for (int i = 0; i < columns.size(); i++) {
            int column = columns.get(i);
            int note = isNotes(grid, cells, column + 1) && !named ? column + 1 : -1;
            if (note >= 0) {
                table.roles.put(note, Role.ASIDE);
            }
            Stem stem = stems.get(column);
            String part = stem == null ? "" : "-" + TimeText.two(stem.month());
            table.values.add(new TableColumns.Value(
                    column,
                    null,
                    part,
                    named ? "" : labels.get(i),
                    cells.label(column),
                    cells.unitWords(column),
                    note,
                    column));
        }
        if (!named) {
            table.roles.forEach((column, role) -> {
                if ((role == Role.OTHER || role == Role.CODE)
                        && column > table.structure.timeColumn()
                        && isNumeric(grid, column)) {
                    table.asideNumbers.add(column);
                }
            });
        }
    }

    /**
     * The names before months in heads, where years stand in a column: Value-Jan, Value-Feb are the value of that month. It takes
     * two months of one name, or one beside its year; empty if there are none.
     */
    private Map<Integer, Stem> monthly(Grid grid, List<Integer> columns, HeadCells cells) {
        Map<String, Set<Integer>> months = new HashMap<>();
        Map<Integer, Stem> stems = new HashMap<>();
        for (int column : columns) {
            Stem stem = Stem.of(cells.label(column));
            if (stem != null) {
                months.computeIfAbsent(stem.name(), none -> new HashSet<>()).add(stem.month());
                if (stem.month() > 0) {
                    stems.put(column, stem);
                }
            }
        }
        stems.values()
                .removeIf(stem -> months.getOrDefault(stem.name(), Set.of()).size() < 2);
        return !stems.isEmpty() && isYears(grid, table.structure.timeColumn()) ? stems : Map.of();
    }

    /**
     * A head that ends with a month, or with the word for a year, behind a name.
     *
     * @param name the name
     * @param month the month; 0 for the year
     */
    private record Stem(String name, int month) {

        /** Reads a head; null if it is not so. */
        static @Nullable Stem of(String head) {
            Matcher m = STEM.matcher(head);
            if (!m.matches()) {
                return null;
            }
            Integer month = PartWords.monthOf(m.group(2));
            boolean year = YEAR_NAME.matcher(m.group(2)).matches();
            return month != null ? new Stem(m.group(1), month) : year ? new Stem(m.group(1), 0) : null;
        }
    }

    /** Whether the cells of a column are amounts with the sign of a currency, be they in words that no number has: €1.2bn. */
    private boolean isMoney(Grid grid, int column, Role role) {
        return role == Role.OTHER
                && column != table.structure.timeColumn()
                && isMostly(
                        grid,
                        column,
                        0.8,
                        row -> AMOUNT.matcher(grid.text(row, column)).lookingAt());
    }

    /** A column of numbers behind that of the times, or before it if there is none behind. */
    private boolean isUnnamedValue(Grid grid, int column, Role role) {
        if (column == 0 && RowKeys.numbersRows(grid, table.firstRow, table.heads.getOrDefault(column, ""))) {
            return false;
        }
        boolean years = YEAR_NAME.matcher(table.heads.getOrDefault(column, "")).find() && isYears(grid, column);
        if (role != Role.OTHER || column == table.structure.timeColumn() || years || !hasNumbers(grid, column)) {
            return false;
        }
        if (column > table.structure.timeColumn()) {
            return true;
        }
        for (int other = table.structure.timeColumn() + 1; other < table.roles.size(); other++) {
            if (table.roles.get(other) == Role.OTHER && hasNumbers(grid, other)) {
                return false;
            }
        }
        return isNumeric(grid, column);
    }

    private boolean hasNumbers(Grid grid, int column) {
        int numbers = 0;
        int filled = 0;
        for (int row = table.firstRow; row < Math.min(grid.rows(), table.firstRow + 200); row++) {
            if (!grid.isEmpty(row, column) && grid.filled(row) > 1) {
                filled++;
                numbers += grid.isValue(row, column) ? 1 : 0;
            }
        }
        return filled > 0 && numbers >= 0.5 * filled && Structure.valuesBelow(grid, table.firstRow - 1, column) > 0;
    }
}
