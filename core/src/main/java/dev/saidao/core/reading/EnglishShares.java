package dev.saidao.core.reading;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the part and the whole of a share in English words: "295,000 robots, or 54% of the 542,000 deployed". */
final class EnglishShares {

    private static final Pattern OF_AMOUNT = Pattern.compile(
            " of (?:the |all |all the |its |their |our |a total of |those )?(?:total of |estimated |[a-z' ]{1,40} of )?");
    private static final Pattern OR_SHARE = Pattern.compile(
            "(?s)[ a-z0-9-]{0,40},? (?:or|that is|representing|accounting for|making up|equal to|equivalent to) ");
    private static final Pattern INCLUDING = Pattern.compile(
            "(?s)[ a-z-]{0,40}(?: in \\d{4}(?:[-/–]\\d{2})?| this year| last year)?, (?:including|of which|of whom|among them|of them),? ?[ a-z-]{0,24}");
    private static final Pattern OF_TOTAL = Pattern.compile("[ a-z-]{0,50}, (?:about |around |some )?");
    private static final Pattern OF_EARLIER = LatinPattern.of("\\b(?:before|earlier|ago|previous|last) ?");
    private static final Pattern RATE_NOUN =
            Pattern.compile("(?s)[ a-z0-9-]{0,80}, (?:for )?an? (?:[a-z]+ ){0,2}(?:rate|share|ratio|proportion) of ");
    private static final Pattern OF_THESE = LatinPattern.of("of (?:these|those|them)\\b.*", Pattern.DOTALL);
    private static final Pattern OF_THIS = LatinPattern.of("of (?:this|that|these|those|the total|it|them)\\b");
    private static final Pattern OPENING_BRACKET = Pattern.compile(" ?\\( ?");
    private static final Pattern APPOSITION = Pattern.compile("[ a-z]{0,8}, (?:or |that is |i\\.e\\. )?");
    private static final Pattern OUT_OF_TOTAL = Pattern.compile(" (?:[a-z]+ )?(?:out )?of (?:the |all |a total of )?");
    private static final Pattern OUT_OF =
            Pattern.compile(" (?:people |persons |[a-z]+ )?(?:out )?of (?:the |all |its |a total of )?");
    private static final Pattern CLOSING_SHARE = Pattern.compile(
            "(?s)[ a-z0-9-]{0,50}(?: - |\u2014| \u2014 | \u2013 |, )(?:or |about |around |some |that is |i\\.e\\. )?");
    private static final Pattern ENDS_HERE = Pattern.compile("[.,;)]|$");
    private static final Pattern OF_THE_WHOLE =
            Pattern.compile(",? of (?:the|a|its|their|all|our)(?: total)? (?:[a-z]+ ){0,3}(?:of )?");
    private static final Pattern OR_PART =
            Pattern.compile("(?s)[ a-z0-9-]{0,50}, (?:or|which is|that is|equal to) (?:about |some )?");
    /** "41.7 million last year, 97% of the 43.0 million of 2019" */
    private static final Pattern COMMA = Pattern.compile("[ a-z0-9-]{0,30}, (?:about |some |only |just )?");

    private static final Pattern ENDS_WITH_OF =
            Pattern.compile("(?s)(?:.*[,;] )?of (?:the |all |its |their )?[a-z' ]{0,24}");
    private static final Pattern REPRESENTS = LatinPattern.of(
            "\\b(?:account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|ma[dk]e?s? up|equivalent to|equal to|share of)\\b");
    private static final Pattern ONLY_REPRESENTS =
            Pattern.compile(",? ?(?:or|that is|equivalent to|equal to|which is|representing|accounting for)");
    private static final Pattern OPENS_WITH_OF = Pattern.compile("of (?:the |all |its |their )?");
    private static final Pattern FOLLOWS = LatinPattern.of("\\b(?:thus|therefore|hence)\\b");
    private static final List<String> WHOLE_WORDS = List.of("all ", "the total", "total ", "the whole", "overall");

    private static final Pattern OF_WHOM = Pattern.compile(" of (?:whom|which|them|these|those)\\b");

    private final Context context;
    private final List<Draft> sums;

    EnglishShares(Context context, List<Draft> sums) {
        this.context = context;
        this.sums = sums;
    }

    @Nullable Draft propose(int s, Found share) {
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
                    : ShareRules.share("share-in-parentheses", Sureness.LIKELY, own, total, share);
        }
        // "295,000 robots in 2024, or 54% of the 542,000 units deployed worldwide"
        Found whole = context.scan.figure(share.index + 1);
        boolean ofAmount = own != null
                && whole != null
                && whole.sentence == s
                && Context.isLevel(own)
                && whole.sameUnit(own)
                && (OR_SHARE.matcher(gap).matches() || COMMA.matcher(gap).matches())
                && OF_AMOUNT.matcher(context.between(share, whole)).matches();
        if (ofAmount && own != null) {
            return ShareRules.share("share-of-amount", Sureness.STATED, own, whole, share);
        }
        // "Of the 12,480 applications received, 4,368 were approved, an approval rate of 35%"
        if (own != null && Context.isAmount(own) && RATE_NOUN.matcher(gap).matches()) {
            Found all = ofOrOutOf(s, own);
            Found these = all == null ? ofThese(s, own) : null;
            return all == null
                    ? (these == null ? null : ShareRules.share("rate-of-these", Sureness.POSSIBLE, own, these, share))
                    : ShareRules.share("rate-of-amounts", Sureness.LIKELY, partOf(s, own, all), all, share);
        }
        // "Of the 18,600 patients treated in 2024, 4,650 were readmitted within a month, or 25%"
        Found opening = own != null && Context.isAmount(own) && isShareOf(gap, share) ? ofOrOutOf(s, own) : null;
        if (own != null
                && opening != null
                && opening != own
                && OPENS_WITH_OF.matcher(context.before(opening)).matches()) {
            return ShareRules.share("share-of-opening", Sureness.LIKELY, own, opening, share);
        }
        // "2.2 billion, more than one in four": in apposition to the part
        boolean apposition =
                own != null && Context.isAmount(own) && APPOSITION.matcher(gap).matches();
        if (apposition && own != null) {
            if (OF_WHOM.matcher(context.folded)
                    .region(share.end, context.folded.length())
                    .lookingAt()) {
                return ShareRules.share("share-of-whom", Sureness.LIKELY, null, own, share);
            }
            Found all = ofOrOutOf(s, own);
            Found target = all == null ? ofTarget(s, own, share) : null;
            if (target != null) {
                return ShareRules.share("share-of-target", Sureness.LIKELY, own, target, share);
            }
            Found these = all == null ? ofThese(s, own) : null;
            if (these != null) {
                return ShareRules.share("share-of-these", Sureness.POSSIBLE, own, these, share);
            }
            all = all == null ? including(own) : all;
            Draft named = all == null ? ofNamed(s, share, context.behind(share)) : null;
            return named != null
                    ? named
                    : ShareRules.share("share-in-apposition", Sureness.LIKELY, partOf(s, own, all), all, share);
        }
        // "supplied 1,120 TWh of the 2,610 TWh generated in 2024, 43%"
        Found all = own == null ? null : ofOrOutOf(s, own);
        boolean closing = own != null
                && all == own
                && Context.isAmount(own)
                && CLOSING_SHARE.matcher(gap).matches()
                && ENDS_HERE.matcher(context.behind(share)).lookingAt();
        if (closing && own != null) {
            return ShareRules.share("share-of-outer", Sureness.LIKELY, partOf(s, own, all), own, share);
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
            return these == null ? null : ShareRules.share("share-with-part", Sureness.LIKELY, next, these, share);
        }
        // "the largest share, 38.4%, of the USD 61.5 billion market in 2024, or USD 23.6 billion"
        Draft first = shareFirst(s, share);
        if (first != null) {
            return first;
        }
        Draft represented = represented(s, share);
        return represented != null ? represented : countered(s, share);
    }

    /** "…, or 25%" and "…, 15% of the total": what is said of the amount before. */
    private boolean isShareOf(String gap, Found share) {
        return OR_SHARE.matcher(gap).matches()
                || (context.behind(share).startsWith(" of the total")
                        && OF_TOTAL.matcher(gap).matches());
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
        return outOf
                ? ShareRules.share("claim-held-against", Sureness.LIKELY, amounts.get(0), amounts.get(1), share)
                : null;
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
                ? ShareRules.share(
                        "share-of-whole-or-part", Sureness.LIKELY, Objects.requireNonNull(part), whole, share)
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
        if (context.behind(share).startsWith(" of the total")) {
            return onlyLargerBefore(s, part);
        }
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

    /** "It reached €129.7 billion. Companies contributed €88.7 billion, two thirds of the total": the one amount that it can be of. */
    private @Nullable Found onlyLargerBefore(int s, Found part) {
        Found only = null;
        for (Found figure : context.around(s, 1, 0)) {
            boolean larger = figure.index < part.index
                    && figure.sameUnit(part)
                    && Context.isLevel(figure)
                    && Context.canBeOfOneTime(figure, part)
                    && figure.value.compareTo(part.value) > 0;
            if (larger && only != null) {
                return null;
            }
            only = larger ? figure : only;
        }
        return only;
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
            return all && FOLLOWS.matcher(before).find() ? ofThemBefore(s, share) : null;
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
        return ShareRules.share("share-represented", Sureness.POSSIBLE, part, whole, share);
    }

    /** "1.84 million households, 640,000 of them with one person. These therefore make up 35% of the total". */
    private @Nullable Draft ofThemBefore(int s, Found share) {
        List<Found> before = context.around(s, 1, 0).stream()
                .filter(amount -> amount.sentence == s - 1 && Context.isAmount(amount))
                .toList();
        boolean two = before.size() == 2
                && before.get(0).sameUnit(before.get(1))
                && before.get(0).value.compareTo(before.get(1).value) > 0
                && context.behind(before.get(1)).startsWith(" of them");
        return two
                ? ShareRules.share("share-that-follows", Sureness.LIKELY, before.get(1), before.get(0), share)
                : null;
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
        Found own = null; // of the time of the part
        for (Found amount : context.around(s, 1, 0)) {
            boolean fits = amount != part
                    && Context.isLevel(amount)
                    && amount.sameUnit(part)
                    && amount.indicator.equals(whole.meaning())
                    && amount.value.compareTo(part.value) > 0
                    && (part.timeBefore || Context.areNotToldApart(amount, part));
            boolean later =
                    best == null || best.time == null || amount.time == null || amount.time.compareTo(best.time) > 0;
            best = fits && later ? amount : best;
            own = fits && Context.areOfOneTime(amount, part) ? amount : own;
        }
        Found of = own != null ? own : best;
        boolean other =
                of != null && (part.timeSaid || part.timeBefore) && of.time != null && !Context.areOfOneTime(of, part);
        return of == null
                ? null
                : ShareRules.share("share-of-indicator", other ? Sureness.POSSIBLE : Sureness.LIKELY, part, of, share);
    }
}
