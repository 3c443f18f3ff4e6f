package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Relations that follow from what two figures are called: margins, balances of trade, and parts that make up a whole. */
final class PairRules {

    /**
     * Names that go together.
     *
     * @param result the name of what follows: a margin, a balance or a whole
     * @param one the name of the one side: the part of a margin, what is sold abroad
     * @param other the name of the other side: the whole of a margin, what is bought abroad
     */
    private record Names(Pattern result, Pattern one, Pattern other) {

        static Names of(String result, String one, String other) {
            return new Names(LatinPattern.of(result), LatinPattern.of(one), LatinPattern.of(other));
        }
    }

    private static final String CHINESE_SALES = "(?:营业收入|营收|总收入|收入|销售额)";
    private static final String ENGLISH_SALES = "\\b(?:net sales|revenues?|sales|turnover)\\b";
    private static final List<Names> MARGINS = List.of(
            Names.of("毛利率", "毛利(?!率|润)", CHINESE_SALES),
            Names.of("净利率|净利润率", "净利润(?!率)|净利(?!率|润)", CHINESE_SALES),
            Names.of("研发费用率|研发投入强度", "研发(?:费用|投入|支出)(?!率|强度)", CHINESE_SALES),
            Names.of("销售费用率", "销售费用(?!率)", CHINESE_SALES),
            Names.of("管理费用率", "管理费用(?!率)", CHINESE_SALES),
            Names.of("营业利润率", "营业利润(?!率)", CHINESE_SALES),
            Names.of("城镇化率", "城镇(?:常住)?人口", "(?<!城镇)常住人口|(?<!城镇|常住)总人口"),
            Names.of("\\bgross margin", "\\bgross profit\\b(?! margin)", ENGLISH_SALES),
            Names.of(
                    "\\boperating (?:profit )?margin",
                    "\\b(?:operating (?:profit|income|result)|ebit)\\b(?! margin)",
                    ENGLISH_SALES),
            Names.of("\\bnet (?:profit )?margin", "\\bnet (?:profit|income)\\b(?! margin)", ENGLISH_SALES));
    private static final List<Names> BALANCES = List.of(
            Names.of("顺差|逆差", "出口", "进口"),
            Names.of("净增|净流入", "新增|新设|新登记|流入|迁入", "注销|退出|流出|迁出"),
            Names.of("自然增长", "出生", "死亡"),
            Names.of("\\bnatural (?:increase|decrease)", "\\bbirths\\b", "\\bdeaths\\b"),
            Names.of(
                    "\\bnet (?:migration|inflow)",
                    "\\b(?:arrivals|immigra|inflow)",
                    "\\b(?:departures|emigra|outflow)"),
            Names.of("(?:trade|export|goods) (?:deficit|surplus)", "\\bexports?\\b", "\\bimports?\\b"));
    private static final List<Names> COMPLEMENTS = List.of(
            Names.of("进出口|外贸", "(?<!进)出口", "进口"),
            Names.of("人口|人员|人数|职工|员工|总数|队伍|居民|学生|教师|党员", "男", "女"),
            Names.of("人口|居民|零售", "城镇|城市", "乡村|农村"),
            Names.of("吞吐量|集装箱|货物|标箱|箱量", "外贸", "内贸"),
            Names.of("收入|营收|销售|销量|出货|订单", "国内|境内|内销", "海外|境外|国外|外销"),
            Names.of("零售|销售|收入", "线上", "线下"),
            Names.of("汽车|产销|销量|产量", "(?<!非)乘用车", "商用车"),
            Names.of(
                    "\\b(?:sales|revenues?|turnover|orders)\\b",
                    "\\b(?:domestic|home market)",
                    "\\b(?:overseas|international|abroad)"),
            Names.of("\\btrade\\b", "\\bexports?\\b", "\\bimports?\\b"),
            Names.of("", "(?<!wo)\\bmen\\b|\\bmale", "\\bwomen\\b|\\bfemale"),
            Names.of("", "\\burban\\b", "\\brural\\b"));
    private static final Pattern OF_OWNERS = Pattern.compile("归母|归属|扣非|attributable");
    private static final Pattern DEFICIT = Pattern.compile("逆差|deficit");
    private static final Pattern AMONG_OTHERS =
            Pattern.compile("including|such as|for example|among|notably|包括|例如|比如|其中");
    private static final Pattern OF_WHICH = Pattern.compile(
            "[,，;；](?:其中|包括)[:,，]?[^,，;；]*|[^.;]{0,40},? (?:of which|of whom|including)[:,]? (?:about |some )?");
    private static final Pattern ENUMERATED = Pattern.compile(
            "(?:用于|投向|投入|用来|支持)?[^,，;；。]{0,12}(?:、|,|，|和|及|以及)[^,，;；。]{0,20}|[^.;,0-9]{1,60}(?:,| and|, and) (?:about |some |another |the remaining )?");
    private static final Pattern LIST_END = LatinPattern.of("(?s).*(?:\\band |和|及|以及|与).*");

    private static final Pattern FIRST = Pattern.compile("(?:第一|首)[批期阶档年]|一期");
    private static final Pattern SECOND = Pattern.compile("第二[批期阶档年]|二期");
    private static final Pattern ALLOTTED = Pattern.compile("(?:将|主要)?(?:用于|投向|投入|用来|支持)");
    private static final Pattern NET =
            LatinPattern.of("(?s).*(?:净增|净流入|自然增长|\\bnatural (?:increase|decrease) of ).{0,4}");

    private final Context context;

    PairRules(Context context) {
        this.context = context;
    }

    List<Draft> propose(int s) {
        List<Draft> drafts = new ArrayList<>();
        boolean pairs = hasPairs(s);
        boolean next = s + 1 < context.scan.bySentence.size() && hasPairs(s + 1);
        for (Found figure : context.figures(s)) {
            if (!pairs && !next && figure.kind == MentionKind.SHARE) {
                continue;
            }
            Draft draft = figure.role.equals("cell")
                    ? null
                    : figure.kind == MentionKind.SHARE
                            ? margin(s, figure)
                            : Context.isAmount(figure) || isNet(figure) ? amount(s, figure, pairs || next) : null;
            if (draft != null) {
                drafts.add(draft);
            }
        }
        return drafts;
    }

    private boolean hasPairs(int s) {
        return context.hasClue(s, "pair") || context.hasClue(s, "balance");
    }

    /** 净增9800家 is a balance, though it is said as a change. */
    private boolean isNet(Found figure) {
        return figure.role.equals("change")
                && NET.matcher(context.before(figure)).matches();
    }

    private @Nullable Draft amount(int s, Found figure, boolean pairs) {
        Draft balance = pairs ? balance(s, figure) : null;
        Draft complement = pairs && balance == null ? complement(s, figure) : balance;
        Found next = context.scan.figure(figure.index + 1);
        if (complement != null || next == null || next.sentence != s) {
            return complement;
        }
        Draft parts = context.hasClue(s, "list") ? enumerated(s, figure) : null;
        return parts == null ? listed(s, figure) : parts;
    }

    // ---- margins ----

    /** 营业收入18.36亿元…净利润2.07亿元,净利率11.3%: a margin, and the amounts of its time of which it is one. */
    private @Nullable Draft margin(int s, Found share) {
        if (!share.compared.isEmpty() || share.isRange()) {
            return null;
        }
        Names names = names(MARGINS, share);
        Found part = names == null ? null : named(s, share, names.one(), null);
        Found whole = names == null || part == null ? null : named(s, share, names.other(), part);
        if (part == null || whole == null || whole.value.compareTo(part.value) <= 0) {
            return null;
        }
        boolean sure = !share.adjusted
                && !isAdjusted(share)
                && !isAdjusted(part)
                && !OF_OWNERS.matcher(own(part)).find()
                && share.timeSaid == part.timeSaid;
        return new Draft(Kind.SHARE, "margin", sure ? Sureness.LIKELY : Sureness.POSSIBLE)
                .with("part", part)
                .with("whole", whole)
                .with("share", share);
    }

    private boolean isAdjusted(Found figure) {
        String name = own(figure);
        return figure.adjusted || name.contains("adjusted") || name.contains("经调整");
    }

    // ---- balances ----

    /** "Exports totalled $14.2 billion while imports came to $16.9 billion, leaving a trade deficit of $2.7 billion". */
    private @Nullable Draft balance(int s, Found figure) {
        Names names = names(BALANCES, figure);
        Found sold = names == null ? null : named(s, figure, names.one(), figure);
        Found bought = names == null ? null : named(s, figure, names.other(), figure);
        boolean deficit = DEFICIT.matcher(own(figure)).find();
        return sold == null || bought == null || sold == bought
                ? null
                : new Draft(Kind.DIFFERENCE, "balance", Sureness.LIKELY)
                        .with("from", deficit ? sold : bought)
                        .with("to", deficit ? bought : sold)
                        .with("difference", figure);
    }

    // ---- wholes ----

    /** 进出口总额45万亿元,其中出口27万亿元,进口18万亿元: two parts that by their names make up a whole. */
    private @Nullable Draft complement(int s, Found total) {
        String name = own(total);
        for (Names names : COMPLEMENTS) {
            if (names.result().matcher(name).find()
                    && !names.one().matcher(name).find()) {
                Found one = behind(s, total, names.one(), names.other());
                Found other = one == null ? null : behind(s, total, names.other(), names.one());
                if (one != null && other != null && one != other) {
                    return new Draft(Kind.SUM, "complements", Sureness.LIKELY)
                            .with("total", total)
                            .with("part1", one)
                            .with("part2", other);
                }
            }
        }
        return null;
    }

    /** 总投资36亿元,其中中央资金12亿元、省级配套9亿元、社会资本15亿元: parts that are all, if they add up; they need not be. */
    private @Nullable Draft enumerated(int s, Found total) {
        List<Found> own = context.figures(s);
        int at = own.indexOf(total);
        boolean numbered = at + 2 < own.size() && isFirst(own.get(at + 1)) && isSecond(own.get(at + 2));
        if (at + 2 >= own.size()
                || !(numbered
                        || OF_WHICH.matcher(context.between(total, own.get(at + 1)))
                                .matches())) {
            return null;
        }
        Draft sum = new Draft(Kind.SUM, "enumerated-parts", Sureness.POSSIBLE).with("total", total);
        int parts = 0;
        BigDecimal all = BigDecimal.ZERO;
        for (int i = at + 1; i < own.size(); i++) {
            Found part = own.get(i);
            boolean fits = canBePart(part, total)
                    && (i == at + 1
                            || ENUMERATED
                                    .matcher(context.between(own.get(i - 1), part))
                                    .matches());
            if (!fits) {
                break;
            }
            sum.with("part" + ++parts, part);
            all = all.add(part.value);
        }
        BigDecimal place = BigDecimal.ONE.scaleByPowerOfTen(total.place);
        BigDecimal rounding = place.multiply(BigDecimal.valueOf(parts));
        boolean complete = all.subtract(total.value).abs().compareTo(rounding) < 0;
        boolean tooMuch = all.subtract(total.value).compareTo(rounding) >= 0
                && sum.members.values().stream().allMatch(part -> part == total || numbered || isAllotted(part));
        sum.sureness = tooMuch ? Sureness.LIKELY : sum.sureness;
        return parts > 1 && (complete || tooMuch) ? sum : null;
    }

    private boolean isFirst(Found part) {
        return FIRST.matcher(context.before(part)).find();
    }

    private boolean isSecond(Found part) {
        return SECOND.matcher(context.before(part)).find();
    }

    /** 12亿元用于人才引育: of money that goes there, none goes elsewhere. */
    private boolean isAllotted(@Nullable Found part) {
        return part != null
                && part.kind == MentionKind.MONEY
                && ALLOTTED.matcher(context.behind(part)).lookingAt();
    }

    /** "$46 million to shelters: $29 million for construction, $12 million for staff and $9 million for services". */
    private @Nullable Draft listed(int s, Found total) {
        List<Found> own = context.figures(s);
        int at = own.indexOf(total);
        if (at + 2 >= own.size() || !opensList(context.between(total, own.get(at + 1)))) {
            return null;
        }
        Draft sum = new Draft(Kind.SUM, "list-behind-colon", Sureness.LIKELY).with("total", total);
        int parts = 0;
        BigDecimal all = BigDecimal.ZERO;
        for (int i = at + 1; i < own.size(); i++) {
            Found part = own.get(i);
            boolean fits = canBePart(part, total);
            if (!fits && !part.isPercentage()) {
                return null;
            }
            if (fits) {
                sum.with("part" + ++parts, part);
                all = all.add(part.value);
            }
        }
        Found last = own.get(own.size() - 1);
        boolean closed = parts > 1
                && LIST_END.matcher(context.between(own.get(own.size() - 2), last))
                        .matches();
        boolean complete = all.compareTo(total.value.multiply(new BigDecimal("0.8"))) > 0
                && all.compareTo(total.value.multiply(new BigDecimal("1.25"))) < 0;
        sum.sureness = complete ? Sureness.LIKELY : Sureness.POSSIBLE;
        return closed ? sum : null;
    }

    /** Whether a figure is an amount of the same unit and time, and less. */
    private static boolean canBePart(Found part, Found total) {
        return part.sameUnit(total)
                && Context.isAmount(part)
                && Objects.equals(part.from, total.from)
                && !part.isRange()
                && part.value.compareTo(total.value) < 0
                && Context.at(part, total.time);
    }

    private static boolean opensList(String between) {
        int colon = between.indexOf(':');
        return colon >= 0
                && between.indexOf(';') < 0
                && !AMONG_OTHERS.matcher(between).find();
    }

    // ---- by name ----

    /** The words that a figure is called by in its own clause. */
    private String own(Found figure) {
        String before = context.before(figure);
        Found from = context.ledFrom(figure);
        if (from != null) {
            return own(from) + before;
        }
        int cut = Math.max(before.lastIndexOf(','), Math.max(before.lastIndexOf(';'), before.lastIndexOf(':')));
        return before.substring(cut + 1);
    }

    /** The last amount before a figure, in its sentence or the one before, of its time, with a name of its own. */
    private @Nullable Found named(int s, Found figure, Pattern name, @Nullable Found like) {
        Found found = null;
        for (Found amount : context.around(s, 1, 0)) {
            boolean fits = amount != figure
                    && amount.index != figure.index
                    && isAmountBeside(amount, figure)
                    && !amount.isRange()
                    && (like == null || amount.sameUnit(like))
                    && name.matcher(own(amount)).find();
            found = fits ? amount : found;
        }
        return found;
    }

    private @Nullable Found behind(int s, Found total, Pattern name, Pattern otherName) {
        for (Found amount : context.around(s, 0, 1)) {
            String own = own(amount);
            boolean fits = amount.index > total.index
                    && isAmountBeside(amount, total)
                    && amount.sameUnit(total)
                    && amount.value.compareTo(total.value) < 0
                    && !amount.role.equals("every")
                    && name.matcher(own).find()
                    && !otherName.matcher(own).find();
            if (fits) {
                return amount;
            }
        }
        return null;
    }

    /** Whether an amount is of the time and the region of a figure, and no sum over years. */
    private static boolean isAmountBeside(Found amount, Found figure) {
        return Context.isAmount(amount)
                && Context.isLevel(amount)
                && amount.from == null
                && Context.areOfOneTime(amount, figure)
                && amount.region.equals(figure.region);
    }

    /** The names by which a figure is the result of two others; null if its own words are none of them. */
    private @Nullable Names names(List<Names> all, Found figure) {
        String name = own(figure);
        for (Names names : all) {
            if (names.result().matcher(name).find()) {
                return names;
            }
        }
        return null;
    }
}
