package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import dev.saidao.core.reading.Layout.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Totals and their parts. */
final class SumRules {

    private static final Pattern OF_ALL =
            LatinPattern.of("全年|合计|累计|总计|\\b(?:full[- ]year|for the year|whole year|in total|total)\\b");
    private static final Pattern TOTAL_BEHIND =
            Pattern.compile("(?s)[, ]*(?:altogether|in all|in total|combined|overall).*");
    private static final Pattern PLAIN_TOTAL =
            Pattern.compile("(?:合计|共计|总计|总共|together|combined|collectively|in all|total|各类)");
    private static final Pattern PLAIN_TOTAL_BEHIND = Pattern.compile("(?s)[, ]*(?:altogether|in all).*");

    private static final Pattern OVER_YEARS = Pattern.compile(
            " ?[a-z]{0,10} (?:over|in|for|across) (?:the |these |those )?(?:two|three|four|five|six|\\d) years");
    private static final Pattern TOTAL = Pattern.compile(
            "合计|共计|总计|总共|加起来|共有|共达|共|altogether|in all|in total|total|together|combined|collectively|add(?:s|ed|ing)? up to");
    private static final Pattern BROKEN_DOWN = Pattern.compile(
            "consist(?:s|ed|ing)? of|breaks? down into|broke down into|broken down into|compris(?:es?|ed|ing)|made up of|split into|divided into|composed of|由.*(?:组成|构成)|分为");

    private static final Pattern OF_TOTAL =
            LatinPattern.of("\\bof (?:the|this|that) (?:total|sum|amount)(?: of)?(,?) (?:about |some )?$");

    private static final Pattern BROKEN_DOWN_BY = Pattern.compile("[按分][^,，;；。]{1,8}[分看][,，]");
    private static final List<String> SECTORS = List.of("第一产业", "第二产业", "第三产业");
    private static final List<String> TOGETHER = List.of("第一、二、三产业", "一二三产业", "三次产业");

    private final Context context;
    private final SharesTogether shares;

    SumRules(Context context) {
        this.context = context;
        this.shares = new SharesTogether(context);
    }

    List<Draft> propose(int s) {
        List<Draft> drafts = new ArrayList<>();
        for (Found figure : context.figures(s)) {
            Draft draft = figure.kind == MentionKind.SHARE
                    ? shares.propose(s, figure)
                    : figure.role.equals("total") ? totalBehind(s, figure) : null;
            if (draft == null && figure.kind == MentionKind.SHARE && figure.value.compareTo(BigDecimal.ONE) == 0) {
                draft = wholeOfShares(s, figure);
            }
            if (draft != null) {
                drafts.add(draft);
            }
        }
        Draft broken = brokenDown(s);
        if (broken != null) {
            drafts.add(broken);
        }
        drafts.addAll(brokenDownBy(s));
        for (Found figure : context.figures(s)) {
            Draft parts = partsOfYear(s, figure);
            if (parts != null && drafts.stream().noneMatch(draft -> draft.members.get("total") == figure)) {
                drafts.add(parts);
            }
        }
        Draft sectors = sectors(s);
        if (sectors != null) {
            drafts.add(sectors);
        }
        return drafts;
    }

    /** "A, B and C, … altogether": the amounts before a total in its sentence. */
    private @Nullable Draft totalBehind(int s, Found total) {
        List<Found> parts = partsBefore(s, total, Context::isAmount);
        boolean words = TOTAL.matcher(context.before(total)).find()
                || TOTAL_BEHIND.matcher(context.behind(total)).matches();
        boolean oneKind = parts.stream()
                .allMatch(part -> part.indicator.equals(total.indicator)
                        || total.indicator.isEmpty()
                        || part.indicator.isEmpty()
                        || (words && isPlainTotal(total)));
        if (parts.size() < 2
                || !oneKind
                || parts.stream()
                        .anyMatch(part -> part.role.equals("every") || part.value.compareTo(total.value) > 0)) {
            return null;
        }
        return sum("total-behind-parts", words ? Sureness.STATED : Sureness.LIKELY, total, parts);
    }

    /** "Q1 10,400; Q2 11,900; … For the full year, 49,000": the quarters or halves of a year, each once and none missing. */
    private @Nullable Draft partsOfYear(int s, Found total) {
        When time = total.time;
        if (time == null || !Context.isAmount(total) || !Context.isLevel(total) || total.isRange()) {
            return null;
        }
        int quarters = time.quartersFromFirst();
        if (quarters < 2) {
            return null;
        }
        List<Found> before = new ArrayList<>();
        List<Found> behind = new ArrayList<>();
        for (Found part : context.around(s, 2, 0)) {
            boolean alike = part != total && Context.isLevel(part) && part.sameUnit(total);
            if (alike && part.time != null && part.time.year() == time.year() && part.from == null) {
                (part.index < total.index ? before : behind).add(part);
            }
        }
        List<Found> parts = before.isEmpty() ? behind : before;
        boolean each = parts.size() == quarters
                && parts.stream()
                                .filter(part -> part.time != null && part.time.grain() == When.Grain.QUARTER)
                                .map(part -> part.time)
                                .distinct()
                                .count()
                        == quarters
                && parts.stream().allMatch(part -> Context.oneIndicator(part, total));
        boolean said = total.role.equals("total")
                || OF_ALL.matcher(context.before(total)).find();
        return each && said ? sum("parts-of-year", Sureness.LIKELY, total, parts) : null;
    }

    private boolean isPlainTotal(Found total) {
        return PLAIN_TOTAL.matcher(context.before(total)).find()
                || PLAIN_TOTAL_BEHIND.matcher(context.behind(total)).matches();
    }

    private List<Found> partsBefore(int s, Found total, java.util.function.Predicate<Found> wanted) {
        List<Found> parts = new ArrayList<>();
        List<Found> all = context.figures(s);
        Found share = context.scan.figure(total.index - 1);
        if (share != null
                && share.sentence == s
                && share.kind == MentionKind.SHARE
                && total.kind.isAmount()
                && context.between(share, total).startsWith(" of ")) {
            return parts; // "together 62% of the EU total of 944,000": no sum of the parts, which are a share of it
        }
        Found of = context.scan.figure(total.index + 1);
        if (of != null
                && of.sentence == s
                && of.kind == MentionKind.SHARE
                && context.between(total, of).equals("的")
                && context.before(total).indexOf('占') >= 0) {
            return parts; // 三省合计占全国1500亿元的50%
        }
        boolean ofYears = OVER_YEARS.matcher(context.behind(total)).lookingAt();
        for (int i = all.indexOf(total) - 1; i >= 0; i--) {
            Found part = all.get(i);
            if (!wanted.test(part) || !part.sameUnit(total)) {
                if (wanted.test(part) || (part.kind.isAmount() && total.kind.isAmount())) {
                    break;
                }
                continue;
            }
            boolean otherTime = !Context.canBeOfOneTime(part, total)
                    && !(ofYears && part.timeSaid && (parts.isEmpty() || !Context.canBeOfOneTime(part, parts.get(0))));
            if (part.role.equals("total") || part.role.equals("cumulative") || otherTime) {
                break;
            }
            parts.add(0, part);
        }
        return parts;
    }

    /** 100%: shares that are to make a whole. */
    private @Nullable Draft wholeOfShares(int s, Found whole) {
        List<Found> parts = partsBefore(
                s, whole, figure -> figure.kind == MentionKind.SHARE && figure.value.compareTo(BigDecimal.ONE) < 0);
        boolean words = TOTAL.matcher(
                        context.folded.substring(Math.max(context.sentence(s).start(), whole.start - 24), whole.start))
                .find();
        return parts.size() >= 2 && words ? sum("shares-of-whole", Sureness.STATED, whole, parts) : null;
    }

    /** "The package is worth $24 bn. It consists of $9.5 bn in grants, $8.2 bn in loans and …". */
    private @Nullable Draft brokenDown(int s) {
        List<Found> own = context.figures(s);
        if (own.size() < 2) {
            return null;
        }
        if (!context.hasClue(s, "breakdown")) {
            return null;
        }
        String sentence = context.folded.substring(
                context.sentence(s).start(), context.sentence(s).end());
        boolean responsible = sentence.contains("responsible for");
        Draft ofTotal = ofTotal(s);
        if (ofTotal != null || (!BROKEN_DOWN.matcher(sentence).find() && !responsible)) {
            return ofTotal;
        }
        List<Found> amounts = own.stream().filter(Context::isAmount).toList();
        if (amounts.size() < 2) {
            return null;
        }
        Found first = amounts.get(0);
        boolean inside = amounts.size() > 2
                && BROKEN_DOWN.matcher(context.between(first, amounts.get(1))).find();
        Found total = inside ? first : lastAmount(s - 1, first);
        List<Found> parts = new ArrayList<>();
        for (Found amount : inside ? amounts.subList(1, amounts.size()) : amounts) {
            if (total == null || !amount.sameUnit(total) || amount.role.equals("total")) {
                break;
            }
            parts.add(amount);
        }
        if (total == null || parts.size() < 2) {
            return null;
        }
        return sum("breakdown", responsible ? Sureness.POSSIBLE : Sureness.LIKELY, total, parts);
    }

    /** "Of the total of $60 million, $40 million is for grants and $20 million for loans": parts that are all, if they add up or are too much. */
    private @Nullable Draft ofTotal(int s) {
        List<Found> amounts =
                context.figures(s).stream().filter(Context::isAmount).toList();
        for (int i = 0; i < amounts.size(); i++) {
            String before = context.before(amounts.get(i));
            Matcher of = OF_TOTAL.matcher(before);
            if (!of.find()) {
                continue;
            }
            boolean printed = of.group(1).isEmpty();
            List<Found> parts = amounts.subList(printed ? i + 1 : i, amounts.size());
            Found total = printed ? amounts.get(i) : i > 0 ? amounts.get(i - 1) : lastAmount(s - 1, amounts.get(0));
            boolean fit = total != null
                    && parts.size() > 1
                    && parts.stream().allMatch(part -> part.sameUnit(total) && Context.canBeOfOneTime(part, total));
            if (!fit || total == null) {
                return null;
            }
            Range all = parts.stream().map(Range::of).reduce(new Range(0, 0), Range::plus);
            Range whole = Range.of(total);
            return all.meets(whole) || all.low() > whole.high() ? sum("of-total", Sureness.LIKELY, total, parts) : null;
        }
        return null;
    }

    /** 零售总额862亿元。按消费类型分,商品零售769亿元,餐饮收入94亿元: parts that together may be less than the whole, and never more. */
    private List<Draft> brokenDownBy(int s) {
        List<Draft> drafts = new ArrayList<>();
        Sentence sentence = context.sentence(s);
        if (!sentence.chinese() || context.figures(s).size() < 2) {
            return drafts;
        }
        Matcher by = BROKEN_DOWN_BY.matcher(context.folded).region(sentence.start(), sentence.end());
        while (by.find()) {
            int end = by.end();
            while (end < sentence.end() && ";；".indexOf(context.folded.charAt(end)) < 0) {
                end++;
            }
            List<Found> parts = new ArrayList<>();
            for (Found figure : context.figures(s)) {
                if (figure.start >= by.end() && figure.end <= end && Context.isAmount(figure)) {
                    parts.add(figure);
                }
            }
            Found total = parts.size() < 2 ? null : wholeBefore(s, by.start(), parts);
            if (total != null) {
                Range whole = Range.of(total);
                Range all = parts.stream().map(Range::of).reduce(new Range(0, 0), Range::plus);
                boolean sure = all.meets(whole) || all.low() > whole.high();
                drafts.add(sum("broken-down-by", sure ? Sureness.LIKELY : Sureness.POSSIBLE, total, parts));
            }
        }
        return drafts;
    }

    /** The largest amount before an index of which some others can be parts. */
    private @Nullable Found wholeBefore(int s, int index, List<Found> parts) {
        Found whole = null;
        for (Found figure : context.around(s, 1, 0)) {
            boolean fits = figure.end <= index
                    && Context.isAmount(figure)
                    && Context.isLevel(figure)
                    && parts.stream()
                            .allMatch(part -> part.sameUnit(figure)
                                    && Context.canBeOfOneTime(part, figure)
                                    && part.value.compareTo(figure.value) < 0)
                    && (whole == null || figure.value.compareTo(whole.value) > 0);
            whole = fits ? figure : whole;
        }
        return whole;
    }

    /** The last amount of the sentence before, of the same unit; for "it" and "they". */
    private @Nullable Found lastAmount(int s, Found like) {
        if (s < 0 || context.sentence(s).paragraph() != context.sentence(s + 1).paragraph()) {
            return null;
        }
        Found last = null;
        for (Found figure : context.figures(s)) {
            if (Context.isAmount(figure)
                    && figure.sameUnit(like)
                    && (last == null
                            || (!figure.cue.equals("from")
                                    && !(figure.time != null
                                            && last.time != null
                                            && figure.time.compareTo(last.time) < 0)))) {
                last = figure;
            }
        }
        return last;
    }

    /** 第一、二、三产业增加值分别为…: the sectors make the gross product, which may stand some sentences before them. */
    private @Nullable Draft sectors(int s) {
        if (!context.hasClue(s, "sectors")) {
            return null;
        }
        List<Found> amounts = context.around(s, 0, 1).stream()
                .filter(figure -> Context.isAmount(figure) && Context.isLevel(figure))
                .toList();
        List<Found> own = new ArrayList<>();
        for (String sector : SECTORS) {
            amounts.stream()
                    .filter(amount -> context.before(amount).contains(sector))
                    .findFirst()
                    .ifPresent(own::add);
        }
        for (int i = 0; own.isEmpty() && i + 2 < amounts.size(); i++) {
            String before = context.before(amounts.get(i));
            own = TOGETHER.stream().anyMatch(before::contains) ? amounts.subList(i, i + 3) : own;
        }
        if (own.size() != SECTORS.size()
                || own.get(0).sentence != s
                || !own.stream().allMatch(own.get(0)::sameUnit)) {
            return null;
        }
        Found total = null;
        for (Found amount : context.back(s)) {
            boolean whole = amount.index < own.get(0).index
                    && amount.indicator.equals("gross-product")
                    && Context.isAmount(amount)
                    && amount.sameUnit(own.get(0))
                    && own.stream().allMatch(part -> part.value.compareTo(amount.value) < 0);
            total = whole ? amount : total;
        }
        return total == null || !Context.canBeOfOneTime(own.get(0), total)
                ? null
                : sum("sectors", Sureness.LIKELY, total, own);
    }

    private static Draft sum(String rule, Sureness sureness, Found total, List<Found> parts) {
        Draft draft = new Draft(Kind.SUM, rule, sureness).with("total", total);
        for (int i = 0; i < parts.size(); i++) {
            draft.with("part" + (i + 1), parts.get(i));
        }
        return draft;
    }
}
