package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import dev.saidao.core.reading.Layout.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Claims of sentences about rows of a table, told by the label of the row: 营业收入同比增长9.6% beside a row 营业收入 320.4 356.8 391.2. */
final class TableClaims {

    private static final Pattern UNIT_BEHIND = Pattern.compile("\\s*[(（][^()（）]*[)）]\\s*$");
    private static final Pattern LEADING = Pattern.compile("^(?:其中|#|\\||[:：\\s])+");
    private static final Pattern NEUTRAL = LatinPattern.of(
            "(?:[ \\-的]|公司|集团|全国|全省|全市|我国|我市|我省|其中|而|同期|\\b(?:the|our|its|group|group's|company's|total|while|and|but|in|for|meanwhile|also|it)\\b)*");
    /** What makes of a row something else: 营业收入中, 利润总额的增速. */
    private static final Pattern NARROWED = LatinPattern.of("[中里;；(（]|\\b(?:margin|per|of)\\b");

    private static final int FEWEST_CHINESE = 2;
    private static final int FEWEST_LATIN = 4;

    /** A row, the label that sentences know it by, and whether another row has the same. */
    private record Named(String label, TablePass.Row row, boolean alone) {}

    private final Context context;
    private final List<Named> rows = new ArrayList<>();

    TableClaims(Context context) {
        this.context = context;
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (TablePass.Row row : context.scan.tables.rows()) {
            if (!seen.add(label(row))) {
                twice.add(label(row));
            }
        }
        for (TablePass.Row row : context.scan.tables.rows()) {
            String label = label(row);
            boolean latin = !label.isEmpty() && label.charAt(0) < 128;
            if (label.length() >= (latin ? FEWEST_LATIN : FEWEST_CHINESE)) {
                rows.add(new Named(label, row, !twice.contains(label)));
            }
        }
    }

    private static String label(TablePass.Row row) {
        return LEADING.matcher(UNIT_BEHIND.matcher(row.label()).replaceFirst(""))
                .replaceFirst("")
                .strip();
    }

    /** The relations, with those of table rows beside them or in place of ones that lack a member. */
    List<Draft> complete(List<Draft> drafts) {
        if (rows.isEmpty()) {
            return drafts;
        }
        List<Draft> result = new ArrayList<>(drafts);
        for (int s = 0; s < context.scan.bySentence.size(); s++) {
            for (Found claim : context.figures(s)) {
                if (claim.role.equals("cell") || claim.time == null) {
                    continue;
                }
                List<Draft> own = result.stream()
                        .filter(draft -> draft.members.containsValue(claim))
                        .toList();
                boolean open = own.stream().noneMatch(Draft::isComplete);
                Draft found = open ? claim(s, claim, own) : null;
                if (found != null) {
                    result.removeAll(own);
                    result.add(found);
                }
            }
        }
        return result;
    }

    private @Nullable Draft claim(int s, Found claim, List<Draft> own) {
        if (claim.kind == MentionKind.SHARE) {
            return share(s, claim);
        }
        boolean change = claim.role.equals("change");
        boolean points = claim.kind == MentionKind.POINTS;
        if (claim.from == null || !(claim.kind.isGrowth() || points || change)) {
            return null;
        }
        Named row = last(s, claim.start);
        Found base = row == null ? null : cell(row, claim.from);
        Found end = row == null ? null : cell(row, claim.time);
        boolean fits = row != null
                && base != null
                && end != null
                && (points ? end.kind == MentionKind.SHARE : end.kind.isAmount())
                && (!change || end.sameUnit(claim))
                && own.stream().allMatch(draft -> agrees(draft, claim, end));
        if (!fits || row == null) {
            return null;
        }
        Sureness sureness = row.alone() ? Sureness.LIKELY : Sureness.POSSIBLE;
        if (points || change) {
            return draft(Kind.DIFFERENCE, sureness, "from", base, "to", end, "difference", claim);
        }
        When from = claim.from;
        When to = claim.time;
        if (claim.kind == MentionKind.RATE) {
            return from == null || to == null
                    ? null
                    : draft(Kind.GROWTH, sureness, "base", base, "end", end, "rate", claim)
                            .constant("years", to.year() - from.year());
        }
        return draft(Kind.STEP, sureness, "previous", base, "current", end, "rate", claim);
    }

    /** Whether the level that a sentence prints of a claim is the one of the table. */
    private static boolean agrees(Draft draft, Found claim, Found end) {
        return draft.figures().stream()
                .filter(figure -> figure != claim)
                .allMatch(figure -> figure.sameUnit(end) && Range.of(figure).meets(Range.of(end)));
    }

    /** 研发费用同比增长23.5%,占营业收入的9.0%: the row named behind the word of share, and the last one named before it. */
    private @Nullable Draft share(int s, Found claim) {
        int of = context.folded.lastIndexOf('占', claim.start);
        if (of < context.sentence(s).start()
                || context.folded.substring(of, claim.start).indexOf(',') >= 0) {
            return null;
        }
        Named whole = lastFrom(s, of + 1, claim.start);
        Named part = last(s, of);
        Found all = whole == null ? null : cell(whole, claim.time);
        Found some = part == null || part.equals(whole) ? null : cell(part, claim.time);
        boolean fits = all != null
                && some != null
                && all.kind.isAmount()
                && all.sameUnit(some)
                && some.value.compareTo(all.value) < 0;
        if (!fits || whole == null || part == null) {
            return null;
        }
        Sureness sureness = whole.alone() && part.alone() ? Sureness.LIKELY : Sureness.POSSIBLE;
        return draft(Kind.SHARE, sureness, "part", some, "whole", all, "share", claim);
    }

    /** The row that is named last before an index, in its sentence and with no other level in between. */
    private @Nullable Named last(int s, int index) {
        Sentence sentence = context.sentence(s);
        int from = sentence.start();
        for (Found figure : context.figures(s)) {
            boolean level = figure.end <= index && Context.isLevel(figure) && !figure.role.equals("cell");
            from = level ? Math.max(from, figure.end) : from;
        }
        return lastFrom(s, from, index);
    }

    private @Nullable Named lastFrom(int s, int from, int index) {
        Named best = null;
        int bestEnd = -1;
        for (Named row : rows) {
            int at = context.folded.lastIndexOf(row.label(), index - row.label().length());
            int end = at + row.label().length();
            boolean said = at >= from
                    && endsWord(end)
                    && (at == from || opensClause(s, at))
                    && !NARROWED.matcher(context.folded.substring(end, index)).find();
            boolean better = end > bestEnd
                    || (best != null
                            && end == bestEnd
                            && row.label().length() > best.label().length());
            if (said && better) {
                best = row;
                bestEnd = end;
            }
        }
        return best;
    }

    /** Whether a clause starts with a label, but for times and words that do not narrow it: 2025年公司营业收入, but not 海外营业收入. */
    private boolean opensClause(int s, int start) {
        int clause = context.scan.layout.clauseStart(context.sentence(s), start);
        String before = context.folded.substring(Math.min(clause, start), start);
        for (TimeExpression time : context.scan.timesBySentence.get(s)) {
            if (time.start() >= clause && time.end() <= start) {
                before = before.replace(context.folded.substring(time.start(), time.end()), " ");
            }
        }
        return NEUTRAL.matcher(before).matches();
    }

    private boolean endsWord(int end) {
        return end >= context.folded.length()
                || !Character.isLetter(context.folded.charAt(end - 1))
                || context.folded.charAt(end) < 'a'
                || context.folded.charAt(end) > 'z';
    }

    private static @Nullable Found cell(Named row, @Nullable When time) {
        for (Found cell : row.row().cells()) {
            if (cell != null && cell.time != null && cell.from == null && cell.time.equals(time)) {
                return cell;
            }
        }
        return null;
    }

    private static Draft draft(
            Kind kind,
            Sureness sureness,
            String first,
            @Nullable Found one,
            String second,
            @Nullable Found other,
            String third,
            Found claim) {
        return new Draft(kind, "row-of-table", sureness)
                .with(first, one)
                .with(second, other)
                .with(third, claim);
    }
}
