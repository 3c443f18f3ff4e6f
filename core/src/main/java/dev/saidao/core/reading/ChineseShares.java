package dev.saidao.core.reading;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the part and the whole of a share in Chinese words: 占全市工业的18.6%, 在48个城市中有31个. */
final class ChineseShares {

    private static final Pattern SHARE_OF_GROUPED = Pattern.compile("占[^，,;]*\\d,\\d{3}.*");
    private static final Pattern LISTED_WITH = Pattern.compile("[、和及与]|以及");
    private static final Pattern OF_WHICH = Pattern.compile("[,，;；]其中[^,，;；]*");
    private static final Pattern OF_WHOLE = Pattern.compile("(?:完成|相当于|达到|为|恢复到|恢复至|回升到)[^,，;；]*$");
    private static final Pattern RECOVERED = Pattern.compile("(?:相当于|为|恢复到|恢复至|回升到)\\d{4}年(?:同期)?的?$");
    private static final Pattern AMONG = Pattern.compile("[^,，;；。]{0,24}中[,，]?(?:共?有|已有)?[^,，;；。]{0,12}");
    private static final Pattern THEN_SHARE = Pattern.compile("[^,，;；。]{0,16}[,，](?:占比?|比例为|占比为|占比达)");
    private static final Pattern THAT_IS = Pattern.compile("[,，](?:为|达|即|合|有|计|共)?");
    private static final Pattern CHINESE_OF =
            Pattern.compile("占(?:比(?!重|例)|到|了|据)?([^,，。;；]*?)(?:的?(?:比重|比例|份额)?(?:为|达到|达|约为)?|的)$");
    private static final Pattern OF_TOTAL = Pattern.compile("[年期]的?(?:总额|总量|总数|总投资|合计|累计)");
    private static final Pattern PARTICLES = Pattern.compile("[其约仅也则已共还均中]");
    private static final Pattern NOISE = Pattern.compile("全市|全省|全县|全区|当地|本市|该|总|的|比重|比例|为|约|达到|达|近|超过|了|其|公司");

    /** A number that is part of a name, and no time: 60岁, 5G, 500强. */
    private static final Pattern NUMBERED = Pattern.compile("\\d++[^\\d年月日季.,—–-]");

    private static final Pattern OF_PROVINCE = Pattern.compile("[我全本该](?:省|市|区|县)");
    private static final Pattern UNIT_OF_GROUP = Pattern.compile("母公司|子公司|分公司|本部|本级|单体");

    /** A name of so many characters says what it names, and not a word of it alone. */
    private static final int LONG_NAME = 5;
    /** How many sentences back an amount may stand that is called by its whole name. */
    private static final int FURTHER_BACK = 14;

    private final Context context;

    ChineseShares(Context context) {
        this.context = context;
    }

    @Nullable Draft propose(int s, Found share) {
        String before = sinceAmountOrStart(s, share);
        Matcher of = CHINESE_OF.matcher(before);
        if (!of.find()) {
            return ofAmountBefore(s, share);
        }
        String phrase = of.group(1);
        Found previous = context.scan.figure(share.index - 1);
        int phraseStart = share.start - before.length() + of.start();
        Found inside =
                previous != null && previous.sentence == s && Context.isAmount(previous) && previous.start > phraseStart
                        ? previous
                        : null;
        Found part = partBefore(s, phraseStart, inside);
        if (part != null && isOfKindOf(s, part, phraseStart)) {
            return new Draft(Draft.Kind.SHARE, "share-of-amount-before", Sureness.LIKELY)
                    .with("part", null)
                    .with("whole", part)
                    .with("share", share);
        }
        if (part != null && isOfAnother(s, part, phraseStart)) {
            return null;
        }
        Found whole = inside;
        Sureness sureness = Sureness.STATED;
        if (whole == null && part != null) {
            whole = named(s, phrase, part);
            sureness = whole == null || isCalled(whole, phrase) ? Sureness.LIKELY : Sureness.POSSIBLE;
        }
        if (part == null) {
            return null;
        }
        Draft among = whole == null ? amongAll(s, share) : null;
        if (among != null) {
            return among;
        }
        Found behind = whole == null && phrase.isEmpty() ? partBehind(s, share, part) : null;
        return behind != null
                ? ShareRules.share("part-behind-share", Sureness.LIKELY, behind, part, share)
                : ShareRules.share("share-of-named", sureness, part, whole, share);
    }

    /** 已达1.1万家,完成全年目标2万家的55%: a share of the amount that stands right before it. */
    private @Nullable Draft ofAmountBefore(int s, Found share) {
        Found whole = context.scan.figure(share.index - 1);
        boolean of = whole != null
                && whole.sentence == s
                && Context.isLevel(whole)
                && Context.isAmount(whole)
                && context.between(whole, share).equals("的")
                && OF_WHOLE.matcher(context.before(whole)).find();
        Found part = whole == null || !of ? null : context.scan.figure(whole.index - 1);
        boolean fits = part != null
                && whole != null
                && part.sentence == s
                && part.sameUnit(whole)
                && Context.isLevel(part)
                && (Context.areNotToldApart(part, whole) || isOfYear(part, whole));
        boolean recovered = part != null
                && whole != null
                && part.sentence == s
                && part.sameUnit(whole)
                && Context.isLevel(part)
                && RECOVERED.matcher(context.before(whole)).find();
        if (recovered) {
            return new Draft(Draft.Kind.SHARE, "share-of-earlier", Sureness.LIKELY)
                    .with("part", part)
                    .with("whole", whole)
                    .with("share", share);
        }
        if (fits) {
            return ShareRules.share("share-of-amount", Sureness.LIKELY, Objects.requireNonNull(part), whole, share);
        }
        return amongAll(s, share);
    }

    /** 在48个城市中,有31个达标,占64.6%; 受访企业1200家,其中… is told by 占 alone. */
    private @Nullable Draft amongAll(int s, Found share) {
        Found part = context.scan.figure(share.index - 1);
        Found whole = part == null ? null : context.scan.figure(part.index - 1);
        boolean of = part != null
                && whole != null
                && whole.sentence == s
                && part.sentence == s
                && whole.sameUnit(part)
                && Context.isLevel(part)
                && Context.isLevel(whole)
                && whole.value.compareTo(part.value) > 0
                && AMONG.matcher(context.between(whole, part)).matches()
                && THEN_SHARE.matcher(context.between(part, share)).matches();
        return of ? ShareRules.share("share-among", Sureness.LIKELY, Objects.requireNonNull(part), whole, share) : null;
    }

    /** 就业人员7.34亿人,其中第三产业占48.9%,约3.59亿人: the amount before is the whole, and the part stands behind. */
    private @Nullable Found partBehind(int s, Found share, Found whole) {
        Found next = context.scan.figure(share.index + 1);
        boolean part = next != null
                && next.sentence == s
                && next.sameUnit(whole)
                && Context.isLevel(next)
                && next.value.compareTo(whole.value) < 0
                && context.scan.figure(share.index - 1) == whole
                && OF_WHICH.matcher(context.between(whole, share)).matches()
                && THAT_IS.matcher(context.between(share, next)).matches();
        return part ? next : null;
    }

    /** 中国市场30亿美元,占25%,美国占四成: whose share it is stands before 占, and is not the amount before. */
    private boolean isOfAnother(int s, Found part, int of) {
        int clause = context.scan.layout.clauseStart(context.sentence(s), of);
        if (part.end > clause) {
            return false;
        }
        String own = PARTICLES
                .matcher(context.folded.substring(clause, of))
                .replaceAll("")
                .strip();
        String head = context.before(part);
        boolean kind = own.length() > 2 && head.contains(own.substring(own.length() - 2)) && !head.contains(own);
        if (kind && Context.alike(own, head) == 2) {
            return true; // 常住人口213万人,城市人口占总人口50%: the people of towns are some of all
        }
        boolean ofPersons = (own.contains("女") && context.name(part).contains("女"))
                || (own.contains("男") && context.name(part).contains("男"));
        return !own.isEmpty() && !ofPersons && Context.alike(own, context.name(part)) == 0;
    }

    /** 手术9.8万台,三四级手术占76.4%: a kind of what stands before is a part of it. */
    private boolean isOfKindOf(int s, Found whole, int of) {
        int clause = context.scan.layout.clauseStart(context.sentence(s), of);
        String own = PARTICLES
                .matcher(context.folded.substring(Math.min(clause, of), of))
                .replaceAll("")
                .strip();
        String before = context.before(whole);
        int start = Math.max(before.lastIndexOf(','), before.lastIndexOf('，')) + 1;
        String name = PARTICLES.matcher(before.substring(start)).replaceAll("").strip();
        return whole.end <= clause && name.length() >= 2 && own.length() > name.length() && own.endsWith(name);
    }

    /** The words before a share: from the amount before it, or from 占 if an amount stands between. */
    private String sinceAmountOrStart(int s, Found share) {
        int start = context.sentence(s).start();
        String all = context.folded.substring(start, share.start);
        int of = all.lastIndexOf('占');
        int clause = Math.max(all.lastIndexOf('，'), Math.max(all.lastIndexOf(','), all.lastIndexOf(';')));
        boolean split = of >= 0
                && of < clause
                && !SHARE_OF_GROUPED.matcher(all.substring(of)).matches();
        return of < 0 || split ? "" : all.substring(of);
    }

    private @Nullable Found partBefore(int s, int index, @Nullable Found like) {
        Found part = null;
        for (Found figure : context.figures(s)) {
            boolean fits = figure.end <= index
                    && Context.isAmount(figure)
                    && !figure.isListed
                    && (like == null || figure.sameUnit(like))
                    && (like == null || like.kind != MentionKind.PHYSICAL || figure.unit.equals(like.unit))
                    && Context.isLevel(figure);
            if (fits) {
                part = figure;
            }
        }
        boolean near =
                part != null && !context.folded.substring(part.end, index).contains("。");
        return near ? part : null;
    }

    /** The amount whose own words are most like the words for the whole. */
    private @Nullable Found named(int s, String phrase, Found part) {
        String wanted = NOISE.matcher(phrase).replaceAll("");
        if (OF_TOTAL.matcher(phrase).find()) {
            Found total = onlyTotal(s, part);
            if (total != null) {
                return total;
            }
        }
        if (wanted.isEmpty()) {
            return phrase.isEmpty() ? beforePartOf(part) : null;
        }
        String region = context.region(phrase);
        Found best = null;
        int bestAlike = 0;
        for (Found amount : context.around(s, 2, 0)) {
            boolean fits = amount != part
                    && !isListedWith(amount, part)
                    && (region.isEmpty() || region.equals(amount.region))
                    && amount.value.compareTo(part.value) > 0
                    && Context.isAmount(amount)
                    && amount.sameUnit(part)
                    && Context.isLevel(amount)
                    && Context.areNotToldApart(amount, part)
                    && !amount.role.equals("every")
                    && !isOfOtherUnit(context.name(amount), phrase)
                    && !isNarrower(context.name(amount), phrase);
            int alike = fits ? Context.alike(wanted, context.name(amount)) : 0;
            boolean own = alike > 0
                    && context.name(part).contains(wanted)
                    && !context.name(amount).contains(wanted);
            if (alike > bestAlike && !own && alike >= Math.min(2, wanted.length())) {
                best = amount;
                bestAlike = alike;
            }
        }
        Found called =
                wanted.length() >= LONG_NAME && bestAlike < wanted.length() ? calledFurtherBack(s, wanted, part) : null;
        return called != null ? called : best;
    }

    /** 产销分别完成171.5万辆和169.3万辆: one of two things that are listed is no part of the other. */
    private boolean isListedWith(Found amount, Found part) {
        return amount.index + 1 == part.index
                && LISTED_WITH.matcher(context.between(amount, part)).matches();
    }

    /** Whether an amount is called as a phrase says: by more than a few of its characters, where the phrase is long. */
    private boolean isCalled(Found whole, String phrase) {
        String wanted = NOISE.matcher(phrase).replaceAll("");
        return wanted.length() < LONG_NAME
                || 2 * Context.alike(wanted, NOISE.matcher(context.led(whole)).replaceAll("")) >= wanted.length();
    }

    /** 实物商品网上零售额28053亿元,占社会消费品零售总额的23.3%: the amount of a paragraph before that is called just so. */
    private @Nullable Found calledFurtherBack(int s, String wanted, Found part) {
        for (int i = s - 1; i >= Math.max(0, s - FURTHER_BACK); i--) {
            Found best = null;
            for (Found amount : context.figures(i)) {
                boolean fits = amount.sameUnit(part)
                        && Context.isAmount(amount)
                        && Context.isLevel(amount)
                        && !amount.role.equals("cell")
                        && Context.areOfOneTime(amount, part)
                        && amount.value.compareTo(part.value) > 0
                        && NOISE.matcher(context.before(amount)).replaceAll("").endsWith(wanted);
                best = fits ? amount : best;
            }
            if (best != null) {
                return best;
            }
        }
        return null;
    }

    /** 五年累计完成412亿元;2025年完成96亿元,占五年总额的23.3%: the one amount that is said to be a total. */
    private @Nullable Found onlyTotal(int s, Found part) {
        List<Found> totals = context.around(s, 1, 0).stream()
                .filter(amount -> amount.index < part.index
                        && amount.sameUnit(part)
                        && Context.isAmount(amount)
                        && (amount.role.equals("total") || amount.role.startsWith("cumulative"))
                        && amount.value.compareTo(part.value) > 0)
                .toList();
        return totals.size() == 1 ? totals.get(0) : null;
    }

    /** 母公司营业收入 is not the 营业收入 of the group. */
    private static boolean isOfOtherUnit(String name, String phrase) {
        return UNIT_OF_GROUP.matcher(name).results().anyMatch(found -> !phrase.contains(found.group()));
    }

    /** Whether an amount is of those of an age, a class or a generation that the words for the whole do not speak of: 60岁及以上人口. */
    private static boolean isNarrower(String name, String phrase) {
        return NUMBERED.matcher(name).results().anyMatch(found -> !phrase.contains(found.group()));
    }

    /** 用地12.6平方公里,其中工业用地7.3平方公里,占58%: the amount of which the part is said to be one. */
    private @Nullable Found beforePartOf(Found part) {
        Found before = context.scan.figure(part.index - 1);
        boolean of = before != null
                && before.sentence == part.sentence
                && before.sameUnit(part)
                && Context.isLevel(before)
                && before.value.compareTo(part.value) > 0
                && OF_WHICH.matcher(context.between(before, part)).matches();
        return of || isOfWorld(before, part) ? before : amongListed(part);
    }

    /** 全球出货量2050GWh,中国企业出货1435GWh,占比70%: what there is here of what there is in the world, or in the country. */
    private boolean isOfWorld(@Nullable Found whole, Found part) {
        if (whole == null
                || whole.sentence != part.sentence
                || !whole.sameUnit(part)
                || !Context.isLevel(whole)
                || whole.value.compareTo(part.value) <= 0
                || !Context.areOfOneTime(whole, part)
                || !(Context.oneIndicator(whole, part) || part.indicator.equals("companies"))) {
            return false;
        }
        boolean inWorld = whole.region.equals("world") && !part.region.isEmpty() && !part.region.equals("world");
        boolean inCountry = whole.region.equals("china")
                && OF_PROVINCE.matcher(context.before(part)).find();
        return inWorld || inCountry;
    }

    /** 员工15236人,其中研发人员4876人,占比32.0%;本科以上9142人,占比66.0%: the whole of a part that stands further behind. */
    private @Nullable Found amongListed(Found part) {
        List<Found> own = context.figures(part.sentence);
        for (int i = own.indexOf(part) - 1; i >= 0; i--) {
            Found whole = own.get(i);
            boolean listed = Context.isLevel(whole)
                    && whole.sameUnit(part)
                    && whole.value.compareTo(part.value) > 0
                    && OF_WHICH.matcher(context.between(whole, own.get(i + 1))).matches();
            if (listed) {
                return whole;
            }
            if (!(whole.kind == MentionKind.SHARE || (whole.sameUnit(part) && Context.isLevel(whole)))) {
                return null;
            }
        }
        return null;
    }

    /** Whether one is of a part of the year that the other is of. */
    private static boolean isOfYear(Found part, Found year) {
        return part.time != null
                && year.time != null
                && year.time.grain().isYear()
                && part.time.year() == year.time.year();
    }
}
