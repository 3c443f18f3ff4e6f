package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shares with their part and whole. */
final class ShareRules {

    private static final List<String> SECTORS = List.of("第一产业", "第二产业", "第三产业");
    /** What was planned may be done more than once over: 完成目标120万亩的105.3%. */
    private static final BigDecimal MOST = BigDecimal.valueOf(3);

    private static final Pattern LISTED = Pattern.compile("(?:,|、|,? and |和|及|与|,)? ?");

    private final Context context;
    private final List<Draft> sums;
    private final ChineseShares chinese;
    private final EnglishShares english;

    ShareRules(Context context, List<Draft> sums) {
        this.context = context;
        this.sums = sums;
        this.chinese = new ChineseShares(context);
        this.english = new EnglishShares(context, sums);
    }

    List<Draft> propose(int s) {
        List<Draft> drafts = new ArrayList<>(lists(s));
        for (Found share : context.figures(s)) {
            boolean open = share.kind == MentionKind.SHARE
                    && !share.role.equals("cell")
                    && !share.role.equals("structure")
                    && share.value.compareTo(MOST) < 0
                    && share.value.signum() > 0
                    && drafts.stream().noneMatch(d -> d.members.containsValue(share));
            if (!open) {
                continue;
            }
            Draft draft = context.sentence(s).chinese() ? chinese.propose(s, share) : english.propose(s, share);
            if (draft != null) {
                boolean ofOtherTime = draft.figures().stream().anyMatch(figure -> isOfOtherYear(share, figure));
                draft.sureness = ofOtherTime ? Sureness.POSSIBLE : draft.sureness;
                drafts.add(draft);
            }
        }
        return drafts;
    }

    /** 占比由2020年的9.4%提高到12.1%: the share of one year is none of the amounts of another. */
    private static boolean isOfOtherYear(Found share, Found amount) {
        return share.from == null
                && amount.from == null
                && share.time != null
                && amount.time != null
                && share.timeSaid
                && amount.timeSaid
                && share.time.year() != amount.time.year();
    }

    // ---- lists ----

    /** "took A, B and C, or 46%, 35% and 19% respectively"; 三次产业结构为a:b:c. */
    private List<Draft> lists(int s) {
        List<Draft> drafts = new ArrayList<>();
        List<Found> own = context.figures(s);
        for (int i = 0; i < own.size(); i++) {
            int n = runOfShares(own, i);
            if (n < 2) {
                i += Math.max(n - 1, 0);
                continue;
            }
            boolean structure = own.get(i).role.equals("structure");
            String sentence = context.folded.substring(
                    own.get(i).start, context.sentence(s).end());
            boolean respectively = structure
                    || sentence.contains("respectively")
                    || context.before(own.get(i)).contains("分别")
                    || context.before(own.get(i)).contains("依次");
            List<Found> before = amountsBefore(s, own.get(i), n);
            if (respectively && before.size() == n) {
                Found whole = wholeOf(s, before);
                for (int k = 0; k < n; k++) {
                    drafts.add(share("listed-shares", Sureness.LIKELY, before.get(k), whole, own.get(i + k)));
                }
            }
            if (structure && n == SECTORS.size() && before.size() != n) {
                drafts.addAll(sectors(s, own.subList(i, i + n)));
            }
            i += n - 1;
        }
        return drafts;
    }

    /** 三次产业比例为6.2:41.5:52.3,其中第二产业增加值2326亿元: the shares of the sectors whose amounts are given. */
    private List<Draft> sectors(int s, List<Found> shares) {
        List<Draft> drafts = new ArrayList<>();
        List<Found> around = context.around(s, 1, 1);
        Found whole = null;
        for (Found figure : around) {
            boolean product = figure.index < shares.get(0).index
                    && figure.indicator.equals("gross-product")
                    && Context.isAmount(figure)
                    && Context.isLevel(figure);
            whole = product ? figure : whole;
        }
        for (int k = 0; whole != null && k < SECTORS.size(); k++) {
            for (Found figure : around) {
                boolean sector = figure != whole
                        && context.before(figure).contains(SECTORS.get(k))
                        && figure.sameUnit(whole)
                        && Context.isLevel(figure)
                        && Context.areNotToldApart(figure, shares.get(k))
                        && figure.value.compareTo(whole.value) < 0;
                if (sector) {
                    drafts.add(share("sector-of-structure", Sureness.LIKELY, figure, whole, shares.get(k)));
                    break;
                }
            }
        }
        return drafts;
    }

    private int runOfShares(List<Found> own, int first) {
        int n = 0;
        while (first + n < own.size()
                && own.get(first + n).kind == MentionKind.SHARE
                && own.get(first + n).role.equals(own.get(first).role)) {
            boolean joined = n == 0
                    || own.get(first).role.equals("structure")
                    || LISTED.matcher(context.between(own.get(first + n - 1), own.get(first + n)))
                            .matches();
            if (!joined) {
                break;
            }
            n++;
        }
        return n;
    }

    /** The n amounts of one unit that stand last before a figure, in its sentence. */
    private List<Found> amountsBefore(int s, Found figure, int n) {
        List<Found> amounts = context.figures(s).stream()
                .filter(other -> other.index < figure.index && Context.isAmount(other))
                .toList();
        List<Found> last = amounts.size() < n ? List.of() : amounts.subList(amounts.size() - n, amounts.size());
        return last.stream().allMatch(amount -> amount.sameUnit(last.get(0))) ? last : List.of();
    }

    private @Nullable Found wholeOf(int s, List<Found> parts) {
        for (Draft sum : sums) {
            if (sum.members.values().containsAll(parts)) {
                return sum.members.get("total");
            }
        }
        Found whole = null;
        for (Found figure : context.back(s)) {
            if (figure.index < parts.get(0).index
                    && Context.isAmount(figure)
                    && figure.sameUnit(parts.get(0))
                    && (whole == null || isUndatedOrOf(figure, parts.get(0)) || !isUndatedOrOf(whole, parts.get(0)))) {
                whole = figure;
            }
        }
        return whole;
    }

    private static boolean isUndatedOrOf(Found whole, Found part) {
        return whole.time == null || Context.areOfOneTime(part, whole);
    }

    static Draft share(String rule, Sureness sureness, @Nullable Found part, @Nullable Found whole, Found share) {
        return new Draft(Kind.SHARE, rule, sureness)
                .with("part", part)
                .with("whole", whole)
                .with("share", share);
    }
}
