package dev.saidao.core.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Proposes relations between the figures of a text, kind by kind, only where words say so. */
final class RelationPass {

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
        return new FittingRules(context).complete(distinct);
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
