package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shares with their part and whole. */
final class ShareRules {

    private static final Pattern LISTED = Pattern.compile("(?:,|、|,? and |和|及|与|,)? ?");
    private static final Pattern SHARE_OF_GROUPED = Pattern.compile("占[^，,;]*\\d,\\d{3}.*");
    private static final Pattern OF_WHICH = Pattern.compile("[,，;；]其中[^,，;；]*");
    private static final Pattern OF_WHOLE = Pattern.compile("(?:完成|相当于|达到|为)[^,，;；]*$");
    private static final Pattern AMONG = Pattern.compile("[^,，;；。]{0,24}中[,，]?(?:共?有|已有)?[^,，;；。]{0,4}");
    private static final Pattern THEN_SHARE = Pattern.compile("[^,，;；。]{0,16}[,，](?:占比?|比例为|占比为|占比达)");
    private static final Pattern THAT_IS = Pattern.compile("[,，](?:为|达|即|合|有|计|共)?");
    private static final Pattern OF_AMOUNT = Pattern.compile(
            " of (?:the |all |all the |its |their |our |a total of |those )?(?:total of |estimated |[a-z' ]{1,40} of )?");
    private static final Pattern OR_SHARE = Pattern.compile(
            "(?s)[ a-z0-9-]{0,40},? (?:or|that is|representing|accounting for|making up|equal to|equivalent to) ");
    private static final Pattern INCLUDING = Pattern.compile(
            "(?s)[ a-z-]{0,24}(?: in \\d{4}| this year)?, (?:including|of which|of whom|among them|of them),? ?[ a-z-]{0,24}");
    private static final Pattern OF_EARLIER = Pattern.compile("\\b(?:before|earlier|ago|previous|last) ?");
    private static final Pattern RATE_NOUN =
            Pattern.compile("(?s)[ a-z-]{0,40}, (?:for )?an? (?:[a-z]+ ){0,2}(?:rate|share|ratio|proportion) of ");
    private static final Pattern OF_THESE = Pattern.compile("of (?:these|those|them)\\b.*", Pattern.DOTALL);
    private static final Pattern OF_THIS = Pattern.compile("of (?:this|that|these|those|the total|it|them)\\b");
    private static final Pattern OPENING_BRACKET = Pattern.compile(" ?\\( ?");
    private static final Pattern APPOSITION = Pattern.compile("[ a-z]{0,8}, (?:or |that is |i\\.e\\. )?");
    private static final Pattern OUT_OF_TOTAL = Pattern.compile(" (?:[a-z]+ )?(?:out )?of (?:the |all |a total of )?");
    private static final Pattern OUT_OF =
            Pattern.compile(" (?:people |persons |[a-z]+ )?(?:out )?of (?:the |all |its |a total of )?");
    private static final Pattern CLOSING_SHARE = Pattern.compile(
            "(?s)[ a-z0-9-]{0,50}(?: - |\u2014| \u2014 | \u2013 |, )(?:or |about |around |some |that is |i\\.e\\. )?");
    private static final Pattern ENDS_HERE = Pattern.compile("[.,;)]|$");
    private static final Pattern OF_THE_WHOLE = Pattern.compile(",? of (?:the|a|its|their|all)(?: total)? ");
    private static final Pattern OR_PART = Pattern.compile("(?s)[ a-z0-9-]{0,50}, or ");
    private static final Pattern ENDS_WITH_OF =
            Pattern.compile("(?s)(?:.*[,;] )?of (?:the |all |its |their )?[a-z' ]{0,24}");
    private static final Pattern REPRESENTS = Pattern.compile(
            "\\b(?:account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|ma[dk]e?s? up|equivalent to|equal to|share of)\\b");
    private static final Pattern ONLY_REPRESENTS =
            Pattern.compile(",? ?(?:or|that is|equivalent to|equal to|which is|representing|accounting for)");

    private static final Pattern CHINESE_OF =
            Pattern.compile("占(?:比(?!重|例)|到|了|据)?([^,，。;；]*?)(?:的?(?:比重|比例|份额)?(?:为|达到|达|约为)?|的)$");
    private static final Pattern PARTICLES = Pattern.compile("[其约仅也则已共还均中]");
    private static final Pattern NOISE = Pattern.compile("全市|全省|全县|全区|当地|本市|该|总|的|比重|比例|为|约|达到|达|近|超过|了|其|公司");
    private static final List<String> WHOLE_WORDS = List.of("all ", "the total", "total ", "the whole", "overall");

    private final Context context;
    private final List<Draft> sums;

    ShareRules(Context context, List<Draft> sums) {
        this.context = context;
        this.sums = sums;
    }

    List<Draft> propose(int s) {
        List<Draft> drafts = new ArrayList<>(lists(s));
        for (Found share : context.figures(s)) {
            boolean open = share.kind == MentionKind.SHARE
                    && !share.role.equals("cell")
                    && !share.role.equals("structure")
                    && share.value.compareTo(BigDecimal.ONE) < 0
                    && share.value.signum() > 0
                    && drafts.stream().noneMatch(d -> d.members.containsValue(share));
            if (!open) {
                continue;
            }
            Draft draft = context.sentence(s).chinese() ? chinese(s, share) : english(s, share);
            if (draft != null) {
                drafts.add(draft);
            }
        }
        return drafts;
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
                    || context.before(own.get(i)).contains("分别");
            List<Found> before = amountsBefore(s, own.get(i), n);
            if (respectively && before.size() == n) {
                Found whole = wholeOf(s, before);
                for (int k = 0; k < n; k++) {
                    drafts.add(share("listed-shares", Sureness.LIKELY, before.get(k), whole, own.get(i + k)));
                }
            }
            i += n - 1;
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
            if (figure.index < parts.get(0).index && Context.isAmount(figure) && figure.sameUnit(parts.get(0))) {
                whole = figure;
            }
        }
        return whole;
    }

    // ---- Chinese ----

    private @Nullable Draft chinese(int s, Found share) {
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
        if (part != null && isOfAnother(s, part, phraseStart)) {
            return null;
        }
        Found whole = inside;
        Sureness sureness = Sureness.STATED;
        if (whole == null && part != null) {
            whole = named(s, phrase, part);
            sureness = Sureness.LIKELY;
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
                ? share("part-behind-share", Sureness.LIKELY, behind, part, share)
                : share("share-of-named", sureness, part, whole, share);
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
                && (sameTime(part, whole) || isOfYear(part, whole));
        if (fits) {
            return share("share-of-amount", Sureness.LIKELY, Objects.requireNonNull(part), whole, share);
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
        return of ? share("share-among", Sureness.LIKELY, Objects.requireNonNull(part), whole, share) : null;
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
        boolean ofPersons = (own.contains("女") && context.name(part).contains("女"))
                || (own.contains("男") && context.name(part).contains("男"));
        return !own.isEmpty() && !ofPersons && Context.alike(own, context.name(part)) == 0;
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
        if (wanted.isEmpty()) {
            return phrase.isEmpty() ? beforePartOf(part) : null;
        }
        String region = context.region(phrase);
        Found best = null;
        int bestAlike = 0;
        for (Found amount : context.around(s, 2, 0)) {
            boolean fits = amount != part
                    && (region.isEmpty() || region.equals(amount.region))
                    && amount.value.compareTo(part.value) > 0
                    && Context.isAmount(amount)
                    && amount.sameUnit(part)
                    && Context.isLevel(amount)
                    && sameTime(amount, part)
                    && !amount.role.equals("every");
            int alike = fits ? Context.alike(wanted, context.name(amount)) : 0;
            boolean own = alike > 0
                    && context.name(part).contains(wanted)
                    && !context.name(amount).contains(wanted);
            if (alike > bestAlike && !own && alike >= Math.min(2, wanted.length())) {
                best = amount;
                bestAlike = alike;
            }
        }
        return best;
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
        return of ? before : amongListed(part);
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

    private static boolean sameTime(Found one, Found other) {
        return one.time == null
                || other.time == null
                || !one.timeSaid
                || !other.timeSaid
                || one.time.compareTo(other.time) == 0;
    }

    // ---- English ----

    private @Nullable Draft english(int s, Found share) {
        Found previous = context.scan.figure(share.index - 1);
        Found own = previous != null && previous.sentence == s ? previous : null;
        String gap = own == null ? "" : context.between(own, share);
        // petrol 96,300 (38.5%)
        if (own != null && Context.isAmount(own) && OPENING_BRACKET.matcher(gap).matches()) {
            Found total = totalOf(own);
            total = total == null ? ofOrOutOf(s, own) : total;
            total = total == null ? including(own) : total;
            return total == null || total == own
                    ? null
                    : share("share-in-parentheses", Sureness.LIKELY, own, total, share);
        }
        // "295,000 robots in 2024, or 54% of the 542,000 units deployed worldwide"
        Found whole = context.scan.figure(share.index + 1);
        boolean ofAmount = own != null
                && whole != null
                && whole.sentence == s
                && Context.isLevel(own)
                && whole.sameUnit(own)
                && OR_SHARE.matcher(gap).matches()
                && OF_AMOUNT.matcher(context.between(share, whole)).matches();
        if (ofAmount && own != null) {
            return share("share-of-amount", Sureness.STATED, own, whole, share);
        }
        // "Of the 12,480 applications received, 4,368 were approved, an approval rate of 35%"
        if (own != null && Context.isAmount(own) && RATE_NOUN.matcher(gap).matches()) {
            Found all = ofOrOutOf(s, own);
            return all == null || all == own ? null : share("rate-of-amounts", Sureness.LIKELY, own, all, share);
        }
        // "2.2 billion, more than one in four": in apposition to the part
        boolean apposition =
                own != null && Context.isAmount(own) && APPOSITION.matcher(gap).matches();
        if (apposition && own != null) {
            Found all = ofOrOutOf(s, own);
            Found target = all == null ? ofTarget(s, own, share) : null;
            if (target != null) {
                return share("share-of-target", Sureness.LIKELY, own, target, share);
            }
            Found these = all == null ? ofThese(s, own) : null;
            if (these != null) {
                return share("share-of-these", Sureness.POSSIBLE, own, these, share);
            }
            all = all == null ? including(own) : all;
            Draft named = all == null ? ofNamed(s, share, context.behind(share)) : null;
            return named != null
                    ? named
                    : share("share-in-apposition", Sureness.LIKELY, partOf(s, own, all), all, share);
        }
        // "supplied 1,120 TWh of the 2,610 TWh generated in 2024, 43%"
        Found all = own == null ? null : ofOrOutOf(s, own);
        boolean closing = own != null
                && all == own
                && Context.isAmount(own)
                && CLOSING_SHARE.matcher(gap).matches()
                && ENDS_HERE.matcher(context.behind(share)).lookingAt();
        if (closing && own != null) {
            return share("share-of-outer", Sureness.LIKELY, partOf(s, own, all), own, share);
        }
        // "Of this amount, three-fifths ($1.14tn)"
        Found next = context.scan.figure(share.index + 1);
        boolean bracketed = next != null
                && next.sentence == s
                && Context.isAmount(next)
                && Context.isLevel(next)
                && OPENING_BRACKET.matcher(context.between(share, next)).matches();
        if (bracketed && next != null) {
            Found these = ofTheseBefore(s, share, next);
            return these == null ? null : share("share-with-part", Sureness.LIKELY, next, these, share);
        }
        // "the largest share, 38.4%, of the USD 61.5 billion market in 2024, or USD 23.6 billion"
        Draft first = shareFirst(s, share);
        if (first != null) {
            return first;
        }
        Draft represented = represented(s, share);
        return represented != null ? represented : countered(s, share);
    }

    /** "one in three … According to the census, 1.1 million out of 4.6 million do": what a share is held against. */
    private @Nullable Draft countered(int s, Found share) {
        boolean next = s + 1 < context.scan.bySentence.size()
                && context.sentence(s + 1).paragraph() == context.sentence(s).paragraph();
        if (!next || !context.counters(s + 1) || context.figures(s).stream().anyMatch(Context::isAmount)) {
            return null;
        }
        List<Found> amounts = context.figures(s + 1).stream()
                .filter(Context::isAmount)
                .limit(2)
                .toList();
        boolean outOf = amounts.size() == 2
                && amounts.get(0).sameUnit(amounts.get(1))
                && OUT_OF_TOTAL
                        .matcher(context.between(amounts.get(0), amounts.get(1)))
                        .matches();
        return outOf ? share("claim-held-against", Sureness.LIKELY, amounts.get(0), amounts.get(1), share) : null;
    }

    private @Nullable Draft shareFirst(int s, Found share) {
        Found whole = context.scan.figure(share.index + 1);
        Found part = context.scan.figure(share.index + 2);
        boolean fits = whole != null
                && part != null
                && whole.sentence == s
                && part.sentence == s
                && Context.isLevel(whole)
                && Context.isAmount(whole)
                && whole.sameUnit(part)
                && Context.isLevel(part)
                && OF_THE_WHOLE.matcher(context.between(share, whole)).matches()
                && OR_PART.matcher(context.between(whole, part)).matches();
        return fits
                ? share("share-of-whole-or-part", Sureness.LIKELY, Objects.requireNonNull(part), whole, share)
                : null;
    }

    /** "1.68 million, including 437,000 international students (26%)": the whole of a part. */
    private @Nullable Found including(Found part) {
        Found before = context.scan.figure(part.index - 1);
        boolean whole = before != null
                && before.sentence == part.sentence
                && before.sameUnit(part)
                && Context.isLevel(before)
                && before.value.compareTo(part.value) > 0
                && INCLUDING.matcher(context.between(before, part)).matches()
                && !OF_EARLIER.matcher(context.between(before, part)).find();
        return whole ? before : null;
    }

    /** "one million people by 2030; so far 184,000 have done so, or 18.4% of the target". */
    private @Nullable Found ofTarget(int s, Found part, Found share) {
        if (!context.behind(share).startsWith(" of the target")) {
            return null;
        }
        List<Found> larger = context.figures(s).stream()
                .filter(figure -> figure.index < part.index
                        && figure.sameUnit(part)
                        && Context.isLevel(figure)
                        && figure.value.compareTo(part.value) > 0)
                .toList();
        return larger.size() == 1 ? larger.get(0) : null;
    }

    /** "Of these new jobs, 67,000, or 58 per cent": the last amount of the sentence before. */
    private @Nullable Found ofThese(int s, Found part) {
        boolean these = s > 0
                && context.sentence(s - 1).paragraph() == context.sentence(s).paragraph()
                && OF_THESE.matcher(context.before(part).strip()).matches();
        Found last = null;
        for (Found figure : these ? context.figures(s - 1) : List.<Found>of()) {
            boolean larger = figure.sameUnit(part) && figure.value.abs().compareTo(part.value) > 0;
            last = larger ? figure : last;
        }
        return last;
    }

    /** The whole that "of this amount", "of that" and the like refer back to, for shares with their parts in brackets. */
    private @Nullable Found ofTheseBefore(int s, Found share, Found part) {
        String words = context.folded.substring(context.sentence(s).start(), share.start);
        boolean refers = s > 0
                && context.sentence(s - 1).paragraph() == context.sentence(s).paragraph()
                && OF_THIS.matcher(words).lookingAt();
        Found last = null;
        for (Found figure : refers ? context.figures(s - 1) : List.<Found>of()) {
            boolean whole = figure.sameUnit(part) && Context.isLevel(figure) && figure.value.compareTo(part.value) > 0;
            last = whole ? figure : last;
        }
        return last;
    }

    private @Nullable Found totalOf(Found part) {
        for (Draft sum : sums) {
            if (sum.members.containsValue(part)) {
                return sum.members.get("total");
            }
        }
        return null;
    }

    /** "Of the world's 8.1 billion people, 2.2 billion …" and "1.1 million out of 4.6 million": the whole of an amount. */
    private @Nullable Found ofOrOutOf(int s, Found amount) {
        List<Found> own = context.figures(s);
        int at = own.indexOf(amount);
        Found before = at > 0 ? own.get(at - 1) : null;
        if (before == null || !before.sameUnit(amount)) {
            return null;
        }
        String gap = context.between(before, amount);
        if (OUT_OF.matcher(gap).matches()) {
            return amount; // the amount itself is the whole
        }
        return ENDS_WITH_OF.matcher(context.before(before)).matches() ? before : null;
    }

    private Found partOf(int s, Found amount, @Nullable Found whole) {
        List<Found> own = context.figures(s);
        return whole == amount ? own.get(own.indexOf(amount) - 1) : amount;
    }

    /** "Grants thus represent more than 38% of all support": the part by its name, the whole of which it is. */
    private @Nullable Draft represented(int s, Found share) {
        String behind = context.behind(share);
        String before = context.before(share);
        boolean said = REPRESENTS.matcher(before).find();
        if (!said || !behind.startsWith(" of ")) {
            return null;
        }
        if (ONLY_REPRESENTS.matcher(before.strip()).matches()) {
            Draft named = ofNamed(s, share, behind);
            if (named != null) {
                return named;
            }
        }
        String subject = before.replaceAll(
                        "(?s)\\b(?:thus|therefore|alone|together|account|represent|made|make)\\b.*", "")
                .replaceAll("[^a-z -]", " ")
                .strip();
        boolean all = WHOLE_WORDS.stream().anyMatch(word -> behind.startsWith(" of " + word));
        Found part = null;
        Found whole = null;
        for (Found amount : context.around(s, 2, 0)) {
            if (!Context.isAmount(amount) || amount.index > share.index) {
                continue;
            }
            String name = context.name(amount);
            if (subject.length() >= 4 && name.contains(subject)) {
                part = amount;
            }
        }
        if (part == null) {
            return null;
        }
        for (Found amount : context.around(s, 2, 0)) {
            boolean total = all
                    && amount != part
                    && Context.isAmount(amount)
                    && amount.sameUnit(part)
                    && amount.value.compareTo(part.value) > 0
                    && amount.index < part.index
                    && amount.sentence < s;
            if (total && whole == null) {
                whole = amount;
            }
        }
        return share("share-represented", Sureness.POSSIBLE, part, whole, share);
    }

    /** "$412 million, equivalent to 17.8% of revenue": the whole by its indicator. */
    private @Nullable Draft ofNamed(int s, Found share, String behind) {
        Found part = context.scan.figure(share.index - 1);
        int at = share.end + " of ".length() + (behind.startsWith(" of the ") ? "the ".length() : 0);
        ReadingVocabulary.Entry whole = context.scan.marks.at(WordKind.INDICATOR, at);
        if (part == null || part.sentence != s || !Context.isAmount(part) || whole == null) {
            return null;
        }
        Found best = null;
        for (Found amount : context.around(s, 1, 0)) {
            boolean fits = amount != part
                    && Context.isLevel(amount)
                    && amount.sameUnit(part)
                    && amount.indicator.equals(whole.meaning())
                    && amount.value.compareTo(part.value) > 0
                    && sameTime(amount, part)
                    && (best == null
                            || best.time == null
                            || amount.time == null
                            || amount.time.compareTo(best.time) > 0);
            best = fits ? amount : best;
        }
        return best == null ? null : share("share-of-indicator", Sureness.LIKELY, part, best, share);
    }

    private static Draft share(String rule, Sureness sureness, Found part, @Nullable Found whole, Found share) {
        return new Draft(Kind.SHARE, rule, sureness)
                .with("part", part)
                .with("whole", whole)
                .with("share", share);
    }
}
