package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cumulative numbers with what was added, and numbers per round against a target. */
final class StockRules {

    private static final Pattern FROM_A_YEAR =
            Pattern.compile("(?s).*(?:由|从|自)(?:(?:\\d{4}年|今年|去年|上年|前年|上季度|上月|年初)[^,，]{0,4}|现有|目前|当前|原有|原来|现在)的?");
    /** What is there already, where it is said behind what is to be. */
    private static final Pattern NOW = LatinPattern.of("已有|现有|已建|已达|目前|\\b(?:today|currently|at present|now) ");

    private static final Pattern THAN = Pattern.compile("(?s).*[较比][^,，;；]{0,10}");
    private static final Pattern OF_STOCK =
            Pattern.compile("(?:累计|总数|总量|总规模|保有量|存量|lifting|bringing|cumulative|total|^ to )");

    private final Context context;

    StockRules(Context context) {
        this.context = context;
    }

    List<Draft> propose(int s) {
        List<Draft> drafts = new ArrayList<>();
        List<Found> own = context.figures(s);
        for (int i = 0; i < own.size(); i++) {
            Found figure = own.get(i);
            if (figure.role.equals("added")
                    || figure.role.equals("cumulative-added")
                    || (figure.role.equals("change") && !figure.yearly)) {
                Draft draft = added(s, figure, own, i);
                if (draft != null) {
                    drafts.add(draft);
                }
            }
            if (figure.role.equals("every") && figure.from != null) {
                Draft draft = cadence(figure, own, i);
                if (draft != null) {
                    drafts.add(draft);
                }
            }
        }
        return drafts;
    }

    /** An addition behind which a stock stands that grew by it: 新增6万人,使其总数达到41.5万人. */
    private @Nullable Draft added(int s, Found added, List<Found> own, int i) {
        Found from = null;
        Found to = null;
        for (int k = i + 1; k < own.size() && k <= i + 3; k++) {
            Found figure = own.get(k);
            if (!figure.sameUnit(added) && !convertible(figure, added)) {
                continue;
            }
            boolean start = figure.cue.equals("from") || isBehindFrom(figure);
            if (start && from == null) {
                from = figure;
            } else if (to == null
                    && !figure.role.equals("added")
                    && !figure.role.equals("change")
                    && !figure.role.equals("every")
                    && isStock(added, figure, from)) {
                to = figure;
            }
        }
        if (to == null && from == null && i > 1 && isAddedTo(own.get(i - 2), own.get(i - 1), added)) {
            to = own.get(i - 2);
            from = own.get(i - 1);
        }
        if (to == null) {
            return null;
        }
        boolean pair = from != null;
        if (from == null) {
            from = earlierStock(s, added, to);
        }
        return new Draft(Kind.CUMULATIVE, pair ? "added-between-stocks" : "added-to-stock", Sureness.LIKELY)
                .with("cumulative", to)
                .with("previous", from)
                .with("added", added);
    }

    /** 达到9.2万张,较2025年的7.9万张新增1.3万张. */
    private boolean isAddedTo(Found to, Found from, Found added) {
        return added.role.equals("added")
                && to.sameUnit(added)
                && from.sameUnit(added)
                && Context.isLevel(to)
                && Context.isLevel(from)
                && THAN.matcher(context.before(from)).matches()
                && context.between(from, added).length() <= 4;
    }

    /** 由2025年的21万人: the word stands before the time. */
    private boolean isBehindFrom(Found figure) {
        return FROM_A_YEAR.matcher(context.before(figure)).matches();
    }

    private boolean isStock(Found added, Found stock, @Nullable Found from) {
        if (from != null) {
            return true;
        }
        String before = context.between(added, stock);
        return OF_STOCK.matcher(before).find();
    }

    private static boolean convertible(Found one, Found other) {
        return one.kind == MentionKind.PHYSICAL
                && other.kind == MentionKind.PHYSICAL
                && MeasuredUnits.areAlike(one.unit, other.unit);
    }

    /** The stock that was there before: the nearest earlier amount of the unit that is called cumulative too. */
    private @Nullable Found earlierStock(int s, Found added, Found to) {
        Found found = null;
        for (Found figure : context.around(s, 1, 0)) {
            boolean earlier = figure.index < added.index
                    && figure.sameUnit(to)
                    && Context.isAmount(figure)
                    && (figure.role.equals("cumulative")
                            || figure.role.equals("total")
                            || figure.role.equals("cumulative-added"))
                    && figure.time != null
                    && to.time != null
                    && figure.time.compareTo(to.time) < 0;
            found = earlier ? figure : found;
        }
        for (Found figure : context.figures(s)) {
            boolean now = figure.index > to.index
                    && figure.index <= to.index + 2
                    && figure.sameUnit(to)
                    && Context.isLevel(figure)
                    && NOW.matcher(context.before(figure)).find();
            found = now ? figure : found;
        }
        return found;
    }

    /** 2026—2030年每年培养1.2万名,五年累计培养10万名; "two hundred a year from 2026 to 2030, one thousand in all". */
    private @Nullable Draft cadence(Found size, List<Found> own, int i) {
        for (int k = Math.max(0, i - 2); k < own.size() && k <= i + 2; k++) {
            Found target = own.get(k);
            boolean cumulative = target.role.startsWith("cumulative")
                    || target.role.equals("total")
                    || (k < i && target.role.equals("added"))
                    || k == i - 1;
            boolean span = size.from != null
                    && size.time != null
                    && target.from != null
                    && target.from.equals(size.from)
                    && target.time != null
                    && target.time.equals(size.time);
            if (cumulative && span && target.sameUnit(size) && size.from != null && size.time != null) {
                return new Draft(Kind.CADENCE, "rounds-against-target", Sureness.LIKELY)
                        .with("size", size)
                        .with("target", target)
                        .constant("every", 1)
                        .constant("from", size.from.year())
                        .constant("to", size.time.year());
            }
        }
        return null;
    }
}
