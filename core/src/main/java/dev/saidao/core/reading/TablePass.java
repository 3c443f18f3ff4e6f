package dev.saidao.core.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables that were flattened into running text: years one behind the other, then rows of a label and as many numbers.
 * Their cells get time, unit and indicator from head and label.
 */
final class TablePass {

    /** A time in what would be the label of a row: a sentence behind the table. */
    private static final Pattern SENTENCE = Pattern.compile("(?:19|20)\\d\\d ?年");

    private static final Pattern YEAR = Pattern.compile("\\d{4} ?年?e? ?");

    private static final Pattern CLAIM = LatinPattern.of(
            "\\b(?:rose|fell|grew|increased|decreased|declined|climbed|dropped|gained|was|were|reached|went)\\b");

    private static final int LONGEST_LABEL = 28;
    private static final int LONGEST_TITLE = 120;
    private static final Pattern UNIT = Pattern.compile("单位 ?: ?([^)）,，。\\s]{1,8})");
    private static final Pattern LABEL_UNIT = Pattern.compile("\\(([^()]{1,24})\\)\\s*$");
    private static final Pattern MISSING = Pattern.compile("[–-]{1,2}|…|\\.\\.|n/?a");

    /**
     * A row.
     *
     * @param label the words before its cells
     * @param cells its cells, null for missing ones
     * @param years the years of the head
     */
    record Row(String label, List<@Nullable Found> cells, List<When> years) {}

    private static final int LONGEST_YEAR = 12;

    private final String folded;
    private final ReadingVocabulary words;
    private final List<Row> rows = new ArrayList<>();

    TablePass(String folded, ReadingVocabulary words) {
        this.folded = folded;
        this.words = words;
    }

    List<Row> rows() {
        return rows;
    }

    void run(List<Found> figures, List<TimeExpression> times) {
        Map<Integer, Found> byStart = new HashMap<>();
        figures.forEach(figure -> byStart.put(figure.start, figure));
        for (YearRows.Column column : new YearRows(folded, byStart).find(times)) {
            row(column.label(), column.cells(), column.years(), unitOver(column.headStart()));
        }
        for (int t = 0; t < times.size(); ) {
            boolean goesOn = t + 1 < times.size()
                    && isBlank(times.get(t).end(), times.get(t + 1).start());
            int n = goesOn ? headLength(times, t) : 0;
            if (n >= 2) {
                table(times.subList(t, t + n), byStart);
            }
            t += Math.max(n, 1);
        }
    }

    /** How many years stand side by side from a time on. */
    private int headLength(List<TimeExpression> times, int first) {
        int n = 0;
        int end = times.get(first).start();
        while (first + n < times.size()) {
            TimeExpression time = times.get(first + n);
            if (time.type() != TimeType.POINT
                    || time.end() - time.start() > LONGEST_YEAR
                    || !isBlank(end, time.start())
                    || !YEAR.matcher(folded.substring(time.start(), time.end())).matches()) {
                break;
            }
            end = time.end();
            n++;
        }
        return n;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (" \t|".indexOf(folded.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private void table(List<TimeExpression> head, Map<Integer, Found> byStart) {
        List<When> years = head.stream()
                .map(TimeExpression::to)
                .map(java.util.Objects::requireNonNull)
                .toList();
        int headStart = head.get(0).start();
        String tableUnit = unitOver(headStart);
        int at = head.get(head.size() - 1).end();
        while (at < folded.length()) {
            int labelStart = at;
            while (at < folded.length()
                    && at - labelStart <= LONGEST_LABEL
                    && !startsCell(at, byStart)
                    && "。".indexOf(folded.charAt(at)) < 0) {
                at++;
            }
            if (at >= folded.length() || !startsCell(at, byStart) || at == labelStart) {
                return;
            }
            String label = folded.substring(labelStart, at).strip();
            if (SENTENCE.matcher(label).find()) {
                return;
            }
            List<@Nullable Found> cells = new ArrayList<>();
            while (at < folded.length() && cells.size() < years.size()) {
                Found cell = byStart.get(at);
                Matcher missing = MISSING.matcher(folded).region(at, folded.length());
                if (cell != null) {
                    cells.add(cell);
                    at = cell.end;
                } else if (missing.lookingAt()
                        && missing.end() < folded.length()
                        && folded.charAt(missing.end()) == ' ') {
                    cells.add(null);
                    at = missing.end();
                } else {
                    break;
                }
                while (at < folded.length() && " |\t".indexOf(folded.charAt(at)) >= 0) {
                    at++;
                }
            }
            if (cells.size() == 1 && isClaim(label)) {
                return;
            }
            row(label, cells, years, tableUnit);
        }
    }

    /** "Revenue increased by 9.8%": a sentence behind the table. */
    private static boolean isClaim(String label) {
        return CLAIM.matcher(label).find();
    }

    /** The unit that a title over a table says: 单位:亿元, "(USD million)"; empty if it says none. */
    private String unitOver(int headStart) {
        int lineStart = folded.lastIndexOf('\n', Math.max(headStart - 1, 0)) + 1;
        Matcher unit = UNIT.matcher(folded).region(Math.max(0, headStart - 80), headStart);
        if (unit.find()) {
            return unit.group(1);
        }
        // the title is the line before that of the head
        int titleStart = folded.lastIndexOf('\n', Math.max(lineStart - 2, 0)) + 1;
        String title = lineStart <= 1 ? "" : folded.substring(Math.min(titleStart, lineStart - 1), lineStart - 1);
        Matcher own = LABEL_UNIT.matcher(title);
        return title.length() <= LONGEST_TITLE && own.find() ? own.group(1) : "";
    }

    private boolean startsCell(int at, Map<Integer, Found> byStart) {
        if (byStart.containsKey(at)) {
            return true;
        }
        Matcher missing = MISSING.matcher(folded).region(at, folded.length());
        return at > 0
                && folded.charAt(at - 1) == ' '
                && missing.lookingAt()
                && missing.end() < folded.length()
                && folded.charAt(missing.end()) == ' ';
    }

    private void row(String label, List<@Nullable Found> cells, List<When> years, String tableUnit) {
        Matcher own = LABEL_UNIT.matcher(label);
        String unit = own.find() ? own.group(1) : tableUnit;
        boolean whole = cells.size() == years.size();
        for (int i = 0; i < cells.size(); i++) {
            Found cell = cells.get(i);
            if (cell == null) {
                continue;
            }
            unit(cell, unit);
            boolean growth = has(WordKind.GROWTH, label);
            boolean rate = label.contains("复合") || label.contains("cagr") || label.contains("年均");
            if (cell.kind == MentionKind.SHARE && growth) {
                cell.kind = rate ? MentionKind.RATE : MentionKind.STEP;
            }
            if (whole) {
                cell.time = years.get(i);
                cell.from = cell.kind == MentionKind.STEP ? years.get(i).plusYears(-1) : null;
            } else if (rate && cells.size() == 1) {
                cell.from = years.get(0);
                cell.time = years.get(years.size() - 1);
            }
            cell.timeSaid = whole || rate;
            cell.role = "cell";
            cell.indicator = label;
            cell.subject = label;
        }
        rows.add(new Row(label, cells, years));
    }

    private boolean has(WordKind kind, String label) {
        for (int i = 0; i < label.length(); i++) {
            if (words.at(kind, label, i) != null) {
                return true;
            }
        }
        return false;
    }

    private void unit(Found cell, String head) {
        if (cell.kind != MentionKind.NUMBER || head.isEmpty()) {
            return;
        }
        if (head.equals("%")) {
            cell.kind = MentionKind.SHARE;
            cell.value = cell.value.movePointLeft(2);
            cell.place -= 2;
            return;
        }
        ReadingVocabulary.Entry sign = signOf(head);
        if (sign != null) {
            money(cell, sign.meaning(), head.substring(sign.word().length()).strip());
            return;
        }
        String sized = "1" + (Character.isLetter(head.charAt(0)) && head.charAt(0) < 128 ? " " : "") + head;
        ScannedNumber one = new NumberScanner(sized).at(0);
        UnitScanner.UnitWords unit =
                one == null ? null : new UnitScanner(FoldedText.of(sized), new WordMarks(words, sized)).after(one);
        if (one != null && unit != null && unit.end() == sized.length()) {
            cell.kind = unit.kind();
            cell.unit = unit.unit();
            cell.value = cell.value.multiply(one.value());
            cell.place += one.place();
        }
    }

    private ReadingVocabulary.@Nullable Entry signOf(String head) {
        ReadingVocabulary.Entry sign = words.at(WordKind.SIGN, head, 0);
        return sign == null || sign.meaning().equals("ambiguous") ? null : sign;
    }

    /** USD million, $bn: the multiplier stands behind the sign. */
    private static void money(Found cell, String currency, String multiplier) {
        ScannedNumber one = new NumberScanner("1 " + multiplier).at(0);
        boolean known = multiplier.isEmpty() || (one != null && one.end() == multiplier.length() + 2);
        if (known && one != null) {
            cell.kind = MentionKind.MONEY;
            cell.unit = currency;
            cell.value = cell.value.multiply(one.value());
            cell.place += one.place();
        }
    }
}
