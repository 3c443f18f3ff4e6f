package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The law of the front door: a table of known values, printed in any layout that offices use, is read as these values with their
 * units, times and statuses, or what is not read is refused or kept aside by name. Nothing is ever read as something else.
 */
class PrintedTablesProperties {

    private static final List<String> NAMES = List.of(
            "Steel output", "Exports", "Ausfuhr", "Población", "工业", "Wages and salaries", "就业人员", "Importação");
    /** Words of a unit, the unit and the power of ten that they are. */
    private static final List<List<String>> UNITS = List.of(
            List.of("million USD", "USD", "6"),
            List.of("Mio. EUR", "EUR", "6"),
            List.of("亿元", "CNY", "8"),
            List.of("thousand persons", "persons", "3"),
            List.of("万人", "persons", "4"),
            List.of("100 million yuan", "CNY", "8"),
            List.of("十億円", "JPY", "9"),
            List.of("%", "%", "0"),
            List.of("GWh", "GWh", "0"),
            List.of("Rs. crore", "INR", "7"),
            List.of("millions d'euros", "EUR", "6"),
            List.of("mln zł", "PLN", "6"),
            List.of("천명", "persons", "3"),
            List.of("R million", "ZAR", "6"),
            List.of("εκατ. ευρώ", "EUR", "6"));

    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");
    private static final List<String> ENCODINGS =
            List.of("UTF-8", "BOM", "UTF-16LE", "windows-1252", "windows-1250", "GB18030", "windows-31j");
    private static final int FEWEST_IDEOGRAPHS = 1;
    private static final List<String> MISSING = List.of("", "..", "-", "n/a", ":", "…", "NA");
    private static final List<List<String>> FLAGS = List.of(List.of(" p", "P"), List.of(" e", "E"), List.of(" b", "B"));

    /** Where the unit of a series is said. */
    private enum Said {
        NOWHERE,
        BEHIND_NAME,
        IN_BRACKETS,
        ABOVE,
        LABELLED_ABOVE,
        AT_THE_END_ABOVE,
        IN_A_COLUMN
    }

    private enum Layout {
        WIDE,
        LONG,
        COLUMNS,
        PARTS_BELOW_YEARS,
        YEAR_BY_PART,
        PARTS_IN_ROWS,
        YEAR_ONCE,
        LINES_OF_YEARS
    }

    /** A cell as it must be read. */
    private record Cell(BigDecimal value, String status) {}

    /** A drawn table: how it is printed and what it says. */
    private static final class Drawn {

        private final Random random;
        private final Layout layout;
        private final Said said;
        private final String separator;
        private final char decimal;
        /** Whether years begin in April and are printed as those of two calendar years. */
        private final boolean fiscal;

        private final String group;
        private final int places;
        private final List<String> names = new ArrayList<>();
        private final Map<String, List<String>> units = new LinkedHashMap<>();
        private final List<String> times = new ArrayList<>();
        private final List<String> printedTimes = new ArrayList<>();
        private final Map<String, Cell> cells = new LinkedHashMap<>();
        private final Map<String, String> printed = new LinkedHashMap<>();
        /** The head of a column of codes that begin with a zero, if there is one. */
        private final List<String> coded;

        private final List<List<String>> rows;

        Drawn(long seed) {
            random = new Random(seed);
            layout = one(List.of(Layout.values()));
            said = one(List.of(Said.values()));
            separator = one(SEPARATORS);
            decimal = random.nextInt(3) == 0 ? ',' : '.';
            group = one(List.of("", "", decimal == ',' ? "." : ",", " ", "'", "\u00A0"));
            // a point in a file that commas separate is a decimal sign, if no number says otherwise
            places = group.equals(".") && separator.equals(",") ? 1 : random.nextInt(3);
            fiscal = random.nextInt(4) == 0 && layout.compareTo(Layout.COLUMNS) > 0 && layout != Layout.YEAR_ONCE;
            List<String> all = new ArrayList<>(NAMES);
            Collections.shuffle(all, random);
            names.addAll(all.subList(0, 1 + random.nextInt(3)));
            boolean same = said == Said.ABOVE || said == Said.LABELLED_ABOVE || said == Said.AT_THE_END_ABOVE;
            List<String> unit = one(UNITS);
            if (said == Said.AT_THE_END_ABOVE && unit.get(1).equals("%")) {
                // above columns it may as well be of the last one
                unit = UNITS.get(0);
            }
            for (String name : names) {
                units.put(name, said == Said.NOWHERE ? List.of("", "", "0") : same ? unit : one(UNITS));
            }
            drawTimes();
            for (String name : names) {
                for (String time : times) {
                    draw(name, time);
                }
            }
            coded = random.nextInt(4) == 0 ? List.of(one(List.of("Code", "ItemCode", "NUTS"))) : List.of();
            rows = rows();
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private void drawTimes() {
            int first = 1990 + random.nextInt(30);
            boolean parts = layout.compareTo(Layout.PARTS_BELOW_YEARS) >= 0;
            int kind = layout == Layout.LINES_OF_YEARS ? 0 : parts ? 1 + random.nextInt(2) : random.nextInt(3);
            int form = random.nextInt(4);
            int count = 2 + random.nextInt(4);
            if (kind == 0) {
                int step = 1 + random.nextInt(3);
                for (int i = 0; i < count; i++) {
                    String year = fiscal ? twoYears(first + i * step) : String.valueOf(first + i * step);
                    times.add(year);
                    printedTimes.add(
                            List.of(year, year + "年", "FY" + year, year).get(form));
                }
            } else {
                int perYear = kind == 1 ? 4 : 12;
                int begin = fiscal ? perYear / 4 : 0;
                for (int i = begin; i < begin + count + (parts ? perYear : 0); i++) {
                    int year = first + i / perYear;
                    int part = 1 + i % perYear;
                    times.add(year + (kind == 1 ? "-Q" + part : String.format(Locale.ROOT, "-%02d", part)));
                    String month = String.format(Locale.ROOT, "%02d", part);
                    printedTimes.add(
                            kind == 1
                                    ? List.of(
                                                    year + "Q" + part,
                                                    "Q" + part + " " + year,
                                                    year + "-Q" + part,
                                                    year + "年" + part + "季度")
                                            .get(form)
                                    : List.of(
                                                    year + "-" + month,
                                                    year + "M" + month,
                                                    year + "年" + part + "月",
                                                    year + "/" + month)
                                            .get(form));
                }
            }
            if (!parts && random.nextInt(3) == 0) {
                Collections.reverse(times);
                Collections.reverse(printedTimes);
            }
        }

        private static String twoYears(int first) {
            return first + String.format(Locale.ROOT, "-%02d", (first + 1) % 100);
        }

        private void draw(String name, String time) {
            String key = name + "|" + time;
            if (random.nextInt(12) == 0) {
                printed.put(key, one(MISSING));
                return;
            }
            long digits = random.nextInt(3) == 0 ? random.nextInt(900) : random.nextInt(20_000_000);
            BigDecimal value = BigDecimal.valueOf(random.nextInt(8) == 0 ? -digits : digits, places);
            String text = grouped(value);
            String status = "A";
            if (random.nextInt(10) == 0) {
                List<String> flag = one(FLAGS);
                text += flag.get(0);
                status = flag.get(1);
            }
            printed.put(key, text);
            cells.put(
                    key,
                    new Cell(value.scaleByPowerOfTen(Integer.parseInt(unit(name).get(2))), status));
        }

        private List<String> unit(String name) {
            return Objects.requireNonNull(units.get(name));
        }

        private String grouped(BigDecimal value) {
            String plain = value.abs().toPlainString();
            int point = plain.indexOf('.');
            String whole = point < 0 ? plain : plain.substring(0, point);
            StringBuilder text = new StringBuilder(value.signum() < 0 ? "-" : "");
            for (int i = 0; i < whole.length(); i++) {
                text.append(i > 0 && (whole.length() - i) % 3 == 0 ? group : "").append(whole.charAt(i));
            }
            return point < 0 ? text.toString() : text.toString() + decimal + plain.substring(point + 1);
        }

        private String head(String name) {
            return switch (said) {
                case BEHIND_NAME -> name + ", " + unit(name).get(0);
                case IN_BRACKETS -> name + " (" + unit(name).get(0) + ")";
                default -> name;
            };
        }

        private List<List<String>> rows() {
            List<List<String>> rows = new ArrayList<>();
            int width = switch (layout) {
                case LONG -> 3;
                case COLUMNS, YEAR_ONCE -> Math.max(3, names.size() + 1);
                case LINES_OF_YEARS -> 4;
                case PARTS_IN_ROWS ->
                    2 + (int) times.stream().map(this::yearOf).distinct().count();
                case YEAR_BY_PART ->
                    2 + (int) times.stream().map(this::part).distinct().count();
                case WIDE, PARTS_BELOW_YEARS -> times.size() + 1;
            };
            for (int i = random.nextInt(3); i > 0; i--) {
                rows.add(List.of(
                        one(List.of("Table 3 Output and prices", "Source: the office", "表三 主要指标", "Revised edition"))));
            }
            String unit = unit(names.get(0)).get(0);
            switch (said) {
                case ABOVE -> rows.add(List.of(random.nextBoolean() ? "(" + unit + ")" : "in " + unit));
                case LABELLED_ABOVE -> rows.add(List.of(one(List.of("Unit: ", "单位：", "Einheit: ")) + unit));
                case AT_THE_END_ABOVE -> rows.add(line("Overview of the year", width, "(" + unit + ")"));
                default -> {}
            }
            switch (layout) {
                case WIDE -> wide(rows);
                case LONG -> longer(rows);
                case COLUMNS -> columns(rows);
                case PARTS_BELOW_YEARS -> partsBelowYears(rows);
                case YEAR_BY_PART -> yearByPart(rows);
                case PARTS_IN_ROWS -> partsInRows(rows);
                case YEAR_ONCE -> yearOnce(rows);
                case LINES_OF_YEARS -> linesOfYears(rows);
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                rows.add(List.of(
                        one(List.of("Note: figures are rounded.", "p provisional", "资料来源：统计局", "e estimated"))));
            }
            return rows;
        }

        private static List<String> line(String first, int width, String last) {
            List<String> line = new ArrayList<>(Collections.nCopies(Math.max(2, width), ""));
            line.set(0, first);
            line.set(line.size() - 1, last);
            return line;
        }

        private List<String> beside(String name) {
            List<String> code = coded.isEmpty() ? List.of() : List.of("0" + (10 + names.indexOf(name)));
            return said == Said.IN_A_COLUMN ? joined(code, List.of(unit(name).get(0))) : code;
        }

        private List<String> besideHead() {
            return said == Said.IN_A_COLUMN ? joined(coded, List.of(one(List.of("Unit", "单位")))) : coded;
        }

        private static List<String> joined(List<String> first, List<String> more) {
            List<String> all = new ArrayList<>(first);
            all.addAll(more);
            return all;
        }

        private List<String> values(String name) {
            return times.stream().map(time -> print(name, time)).collect(Collectors.toList());
        }

        private String print(String name, String time) {
            return Objects.requireNonNull(printed.get(name + "|" + time));
        }

        private void wide(List<List<String>> rows) {
            rows.add(joined(joined(List.of(one(List.of("Item", "指标", ""))), besideHead()), printedTimes));
            names.forEach(name -> rows.add(joined(joined(List.of(head(name)), beside(name)), values(name))));
        }

        private void longer(List<List<String>> rows) {
            rows.add(joined(
                    joined(List.of("Item"), besideHead()), List.of(one(List.of("Year", "时间", "Period")), "Value")));
            for (String name : names) {
                for (int i = 0; i < times.size(); i++) {
                    rows.add(joined(
                            joined(List.of(head(name)), beside(name)),
                            List.of(printedTimes.get(i), print(name, times.get(i)))));
                }
            }
        }

        /** A row of names, and one of units where they have one. */
        private void heads(List<List<String>> rows, String corner) {
            rows.add(joined(List.of(corner), names.stream().map(this::head).toList()));
            if (said == Said.IN_A_COLUMN) {
                rows.add(joined(
                        List.of(""),
                        names.stream().map(name -> unit(name).get(0)).toList()));
            }
        }

        private void columns(List<List<String>> rows) {
            heads(rows, one(List.of("Year", "年份", "Period")));
            for (int i = 0; i < times.size(); i++) {
                String time = times.get(i);
                rows.add(joined(
                        List.of(printedTimes.get(i)),
                        names.stream().map(name -> print(name, time)).toList()));
            }
        }

        private void partsBelowYears(List<List<String>> rows) {
            boolean merged = random.nextBoolean();
            List<String> years = IntStream.range(0, times.size())
                    .mapToObj(i -> merged && i > 0 && year(i).equals(year(i - 1)) ? "" : year(i))
                    .toList();
            rows.add(joined(joined(List.of("Item"), besideHead()), years));
            rows.add(joined(
                    joined(List.of(""), Collections.nCopies(besideHead().size(), "")),
                    times.stream().map(this::part).toList()));
            names.forEach(name -> rows.add(joined(joined(List.of(head(name)), beside(name)), values(name))));
        }

        private String year(int at) {
            return yearOf(times.get(at));
        }

        private String yearOf(String time) {
            int year = Integer.parseInt(time.substring(0, 4));
            if (!fiscal) {
                return String.valueOf(year);
            }
            String part = time.substring(5);
            boolean second = part.startsWith("Q") ? part.equals("Q1") : Integer.parseInt(part) < 4;
            return twoYears(second ? year - 1 : year);
        }

        private String part(String time) {
            String part = time.substring(5);
            return part.startsWith("Q") ? part : Integer.parseInt(part) + "月";
        }

        private void yearByPart(List<List<String>> rows) {
            List<String> parts = times.stream().map(this::part).distinct().toList();
            rows.add(joined(joined(List.of("Item"), besideHead()), joined(List.of("Year"), parts)));
            for (String name : names) {
                for (String year : times.stream().map(this::yearOf).distinct().toList()) {
                    rows.add(joined(
                            joined(List.of(head(name)), beside(name)),
                            joined(
                                    List.of(year),
                                    parts.stream()
                                            .map(part -> print(name, year, part))
                                            .toList())));
                }
            }
        }

        private String print(String name, String year, String part) {
            return times.stream()
                    .filter(time -> yearOf(time).equals(year) && part(time).equals(part))
                    .map(time -> print(name, time))
                    .findFirst()
                    .orElse("");
        }

        private void partsInRows(List<List<String>> rows) {
            List<String> years = times.stream().map(this::yearOf).distinct().toList();
            rows.add(joined(
                    joined(List.of("Item"), besideHead()),
                    joined(List.of(one(List.of("Month", "Period", "", "月份"))), years)));
            for (String name : names) {
                for (String part : times.stream().map(this::part).distinct().toList()) {
                    rows.add(joined(
                            joined(List.of(head(name)), beside(name)),
                            joined(
                                    List.of(part),
                                    years.stream()
                                            .map(year -> print(name, year, part))
                                            .toList())));
                }
            }
        }

        /** Two columns below heads that say no time, and lines of years between the rows. */
        private void linesOfYears(List<List<String>> rows) {
            rows.add(joined(joined(List.of("Item"), besideHead()), List.of("Value", "Note")));
            boolean colon = random.nextBoolean();
            for (int i = 0; i < times.size(); i++) {
                String time = times.get(i);
                int width = 3 + besideHead().size();
                rows.add(line(printedTimes.get(i) + (colon ? ":" : ""), width, ""));
                names.forEach(name ->
                        rows.add(joined(joined(List.of(head(name)), beside(name)), List.of(print(name, time), ""))));
            }
        }

        private void yearOnce(List<List<String>> rows) {
            heads(rows, "Period");
            for (int i = 0; i < times.size(); i++) {
                String time = times.get(i);
                boolean again = i > 0 && year(i).equals(year(i - 1));
                rows.add(joined(
                        List.of(again ? part(time) : year(i) + " " + part(time)),
                        names.stream().map(name -> print(name, time)).toList()));
            }
        }

        String text() {
            String sign = separator;
            return rows.stream()
                    .map(row -> row.stream().map(cell -> quoted(cell, sign)).collect(Collectors.joining(sign)))
                    .collect(Collectors.joining("\n", "", "\n"));
        }

        private static String quoted(String cell, String sign) {
            return cell.contains(sign) || cell.contains(",") ? '"' + cell + '"' : cell;
        }

        byte[] bytes() {
            String text = text();
            String encoding = one(ENCODINGS);
            if (encoding.equals("BOM") || encoding.equals("UTF-16LE")) {
                return ("\uFEFF" + text).getBytes(Charset.forName(encoding.equals("BOM") ? "UTF-8" : encoding));
            }
            // a handful of characters tells no encoding of the east
            boolean few = text.chars().filter(Character::isIdeographic).count() < FEWEST_IDEOGRAPHS;
            boolean fits = !(few && !encoding.startsWith("windows-125"))
                    && Charset.forName(encoding).newEncoder().canEncode(text);
            return text.getBytes(Charset.forName(fits ? encoding : "UTF-8"));
        }
    }

    @Property(tries = 120)
    void read_printedTables_giveTheirValuesOrRefuse(@ForAll long seed) throws IOException {
        hold(seed);
    }

    /** Holds the law for one drawn table; whether it was read whole. */
    static boolean hold(long seed) throws IOException {
        Drawn drawn = new Drawn(seed);
        byte[] bytes = drawn.bytes();
        Path file = Files.createTempFile("table", ".csv");
        try {
            StatisticalTable table = TableReader.withDefaults().read(Files.write(file, bytes));
            return compare(drawn, table, seed);
        } catch (TableException e) {
            return false;
        } finally {
            Files.delete(file);
        }
    }

    private static boolean compare(Drawn drawn, StatisticalTable table, long seed) {
        int found = 0;
        for (TableObservation read : table.observations()) {
            String where = "seed " + seed + ", " + drawn.layout + ", " + drawn.said + ", " + table.dialect() + ", "
                    + read + ", notes " + table.notes() + " of\n" + drawn.rows;
            String words = String.join(" / ", read.series().key());
            String name =
                    drawn.names.stream().filter(words::contains).findFirst().orElse("");
            String key = name + "|" + read.time();
            if (read.value().isEmpty()) {
                assertThat(drawn.cells).as(where).doesNotContainKey(key);
                continue;
            }
            Cell cell = drawn.cells.get(key);
            assertThat(cell).as(where).isNotNull();
            boolean asPrinted = table.notes().stream()
                    .anyMatch(note -> note.en().startsWith("Unit kept as printed")
                            || note.en().startsWith("Unit of the table not applied"));
            if (!asPrinted) {
                assertThat(read.value().get().multiply(read.series().multiplier()))
                        .as(where)
                        .isEqualByComparingTo(Objects.requireNonNull(cell).value());
                assertThat(read.series().unit())
                        .as(where)
                        .isEqualTo(drawn.unit(name).get(1));
            }
            assertThat(read.status().name())
                    .as(where)
                    .isEqualTo(Objects.requireNonNull(cell).status());
            found++;
        }
        boolean whole = found == drawn.cells.size();
        assertThat(whole || !table.failures().isEmpty() || !table.notes().isEmpty())
                .as("seed " + seed + ", found " + found + ", " + table.dialect() + " of\n" + drawn.rows)
                .isTrue();
        return whole;
    }
}
