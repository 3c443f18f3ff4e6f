package dev.saidao.core.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Proposes relations between the figures of a text, kind by kind, only where words say so. */
final class RelationPass {

    /** By what part less than a number a size may be of which it is nearly true. */
    private static final double NEARLY = 0.1;

    private static final double NEAR_FRACTION = 0.05;

    /** Indicators whose growth is told at constant prices, as national accounts do. */
    private static final Set<String> OF_VOLUME = Set.of("gross-product", "value-added");

    private static final Pattern REAL = Pattern.compile(
            "实际(?:年均)?(?:增长|下降)|不变价|可比价|扣除价格|\\b(?:real terms|constant prices|constant currenc|volume terms|inflation)");
    /** How far behind growth it is said of what prices it is. */
    private static final int BEHIND = 30;

    private static final Pattern NOMINAL = Pattern.compile("名义|现价|当年价|\\bnominal|\\bcurrent prices");

    private RelationPass() {}

    static List<Draft> propose(PageScan scan) {
        List<Draft> all = new ArrayList<>();
        Context context = new Context(scan);
        for (int s = 0; s < scan.bySentence.size(); s++) {
            List<Draft> sums = new SumRules(context).propose(s);
            all.addAll(sums);
            List<Draft> named = new NamedMultiples(context).propose(s);
            all.addAll(named);
            all.addAll(withoutClaims(new GrowthRules(context).propose(s), named));
            all.addAll(new ShareRules(context, sums).propose(s));
            all.addAll(new PairRules(context).propose(s));
            all.addAll(new DensityRules(context).propose(s));
            all.addAll(new StockRules(context).propose(s));
            all.addAll(new SameRules(context).propose(s));
        }
        all.addAll(TableRules.propose(scan));
        List<Draft> distinct = new TableClaims(context).complete(new BasesBehind(context).complete(distinct(all)));
        doubtRivals(distinct);
        doubtBasesOfOthers(distinct);
        List<Draft> complete = new FittingRules(context).complete(distinct);
        complete.forEach(RelationPass::dateClaim);
        complete.forEach(RelationPass::doubtFraction);
        complete.forEach(RelationPass::doubtNearly);
        complete.forEach(draft -> doubtVolume(draft, context));
        return complete;
    }

    /** The relations, without those of claims that others have. */
    private static List<Draft> withoutClaims(List<Draft> drafts, List<Draft> others) {
        Set<Object> claims = new HashSet<>();
        others.forEach(other -> claims.add(other.members.get("multiple")));
        return drafts.stream()
                .filter(draft -> draft.kind != Draft.Kind.MULTIPLE || !claims.contains(draft.members.get("multiple")))
                .toList();
    }

    /** Of two steps that are said of one pair of levels one at most is right: neither may accuse. */
    private static void doubtRivals(List<Draft> drafts) {
        Map<List<Object>, Draft> first = new HashMap<>();
        for (Draft draft : drafts) {
            Found previous = draft.members.get("previous");
            Found current = draft.members.get("current");
            if (draft.kind != Draft.Kind.STEP || previous == null || current == null) {
                continue;
            }
            Draft rival = first.putIfAbsent(List.of(previous, current), draft);
            Found rate = draft.members.get("rate");
            Found other = rival == null ? null : rival.members.get("rate");
            if (rival != null && rate != null && other != null && rate.value.compareTo(other.value) != 0) {
                rival.sureness = Sureness.POSSIBLE;
                draft.sureness = Sureness.POSSIBLE;
            }
        }
    }

    /**
     * "Sales rose by 7% to $534 million from $498 million. The segment saw an increase of 11% to $357 million": what one level grew
     * from in its own sentence is no base of another in the next, or may not accuse it.
     */
    private static void doubtBasesOfOthers(List<Draft> drafts) {
        Map<Found, Found> owners = new HashMap<>();
        for (Draft draft : drafts) {
            Found base = base(draft);
            Found end = end(draft);
            if (base != null && end != null && base.sentence == end.sentence) {
                owners.putIfAbsent(base, end);
            }
        }
        for (Draft draft : drafts) {
            Found base = base(draft);
            Found end = end(draft);
            Found owner = base == null ? null : owners.get(base);
            boolean other =
                    owner != null && end != null && base != null && owner != end && base.sentence != end.sentence;
            if (other && draft.kind != Draft.Kind.MULTIPLE) {
                draft.sureness = Sureness.POSSIBLE;
            }
        }
    }

    private static @Nullable Found base(Draft draft) {
        Found previous = draft.members.get("previous");
        Found from = draft.members.get("from");
        return previous != null ? previous : from != null ? from : draft.members.get("base");
    }

    private static @Nullable Found end(Draft draft) {
        Found current = draft.members.get("current");
        Found to = draft.members.get("to");
        return current != null ? current : to != null ? to : draft.members.get("end");
    }

    /** "This is an increase of 10.3% on the 21,850 recorded in 2024": growth is of the times of its two levels, where words say these. */
    private static void dateClaim(Draft draft) {
        boolean step = draft.kind == Draft.Kind.STEP;
        Found from = draft.members.get(step ? "previous" : "from");
        Found to = draft.members.get(step ? "current" : "to");
        Found claim = draft.members.get(step ? "rate" : "difference");
        boolean dated = (step || draft.kind == Draft.Kind.DIFFERENCE)
                && from != null
                && to != null
                && claim != null
                && from.timeSaid
                && to.timeSaid
                && from.from == null
                && to.from == null
                && !claim.role.equals("cell")
                && !claim.role.equals("added")
                && from.time != null
                && to.time != null
                && from.time.compareTo(to.time) < 0
                && (draft.sureness.mayAccuse() || !claim.timeSaid);
        if (dated && from != null && to != null && claim != null) {
            claim.from = from.time;
            claim.time = to.time;
        }
    }

    /** "roughly two thirds" may well be 68.4%: what is said by a fraction, and about, accuses nobody who is near it. */
    private static void doubtFraction(Draft draft) {
        Found share = draft.members.get("share");
        Found part = draft.members.get("part");
        Found whole = draft.members.get("whole");
        if (share == null || part == null || whole == null || !share.qualifier.equals("about")) {
            return;
        }
        Range near = Range.of(share).plus(new Range(-NEAR_FRACTION, NEAR_FRACTION));
        if (share.rule.equals("fraction-words")
                && Range.of(part).by(Range.of(whole)).meets(near)) {
            draft.sureness = Sureness.POSSIBLE;
        }
    }

    /** 接近50% may well be 48.1%: what is said to be nearly so much accuses nobody who is not far below. */
    private static void doubtNearly(Draft draft) {
        Found claim = null;
        for (String role : List.of("rate", "share", "multiple")) {
            Found member = draft.members.get(role);
            claim = member != null && member.qualifier.equals("nearly") ? member : claim;
        }
        Found base = draft.kind == Draft.Kind.SHARE
                ? draft.members.get("whole")
                : draft.kind == Draft.Kind.MULTIPLE ? draft.members.get("base") : base(draft);
        Found end = draft.kind == Draft.Kind.SHARE
                ? draft.members.get("part")
                : draft.kind == Draft.Kind.MULTIPLE ? draft.members.get("value") : end(draft);
        String years = draft.constants.get("years");
        if (claim == null || base == null || end == null) {
            return;
        }
        Range factor = Range.of(end).by(Range.of(base));
        Range implied = years == null ? factor : factor.root(Integer.parseInt(years));
        boolean whole = draft.kind == Draft.Kind.SHARE || draft.kind == Draft.Kind.MULTIPLE;
        double said = Math.abs(claim.value.doubleValue());
        Range near = new Range(said * (1 - NEARLY), said).shifted(whole ? 0 : 1);
        if (implied.meets(near)) {
            draft.sureness = Sureness.POSSIBLE;
        }
    }

    /**
     * 2024年GDP134.9万亿元,增长5.0%: a gross product grows by volume, at constant prices, while its levels are at the prices of their
     * years, so that both may be right; so it is with what is said to grow in real terms. Growth that is called nominal is that of
     * the levels.
     */
    private static void doubtVolume(Draft draft, Context context) {
        Found rate = draft.members.get("rate");
        Found base = base(draft);
        Found end = end(draft);
        if (rate == null || base == null || end == null) {
            return;
        }
        String behind = context.behind(rate);
        String around = context.before(rate) + " " + behind.substring(0, Math.min(BEHIND, behind.length()));
        boolean real = OF_VOLUME.contains(base.indicator)
                || OF_VOLUME.contains(end.indicator)
                || REAL.matcher(around).find();
        if (real && !NOMINAL.matcher(around).find()) {
            draft.sureness = Sureness.POSSIBLE;
        }
    }

    /** One relation of a kind between the same figures is enough: the first one. */
    private static List<Draft> distinct(List<Draft> all) {
        Set<List<Object>> seen = new HashSet<>();
        List<Draft> result = new ArrayList<>();
        for (Draft draft : all) {
            List<Object> key = new ArrayList<>(draft.figures());
            key.add(draft.kind);
            if (seen.add(key)) {
                result.add(draft);
            }
        }
        return result;
    }
}
