package dev.saidao.core.audit;

import dev.saidao.core.audit.Relation.Alternative;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries the mistakes that are often made, and keeps those without which the members agree. */
final class Repairs {

    private static final BoundsArithmetic ARITHMETIC = BoundsArithmetic.withDefaults();
    static final String TRUNCATED = "truncated";
    static final String TRUNCATED_ALL = "truncated-all";
    /** Powers of ten by which sizes are mistaken: 亿 for billion, 万 for million, million for billion, 万 for 亿. */
    static final int[] SIZE_POWERS = {1, -1, 2, -2, 3, -3, 4, -4};
    /** Powers of ten by which shares and rates are mistaken: ‰ for %, per 10,000 for %. */
    static final int[] RATE_POWERS = {1, -1, 2, -2};

    private Repairs() {}

    /** A change to be tried. */
    private record Candidate(
            RepairKind kind,
            String code,
            Label text,
            Relation relation,
            List<Evidence> members,
            Optional<String> figure,
            Optional<BoundedQuantity> changed) {}

    /** The changes after which the members agree, but for those of figures that are behind other members too. */
    static List<Repair> of(Relation relation, List<Evidence> members, Set<String> without) {
        List<Repair> repairs = new ArrayList<>();
        for (Candidate candidate : candidates(relation, members)) {
            if (candidate.figure().filter(without::contains).isEmpty()) {
                addIfItRepairs(candidate, repairs);
            }
        }
        return repairs;
    }

    private static void addIfItRepairs(Candidate candidate, List<Repair> repairs) {
        Judge.level(candidate.relation(), candidate.members())
                .filter(verdict -> !saysLittle(candidate))
                .ifPresent(verdict -> repairs.add(repair(candidate, verdict)));
    }

    /** Whether a change of size makes figures agree that would agree whatever they were. */
    private static boolean saysLittle(Candidate candidate) {
        if (candidate.kind() != RepairKind.FACTOR) {
            return false;
        }
        int judged = candidate.relation().judged();
        List<BoundedQuantity> possible = Evidence.possible(candidate.members());
        return FindingWriter.isWeak(
                candidate.relation().implied(judged, possible, ARITHMETIC),
                candidate.members().get(judged));
    }

    /** What happens to the members of a relation when a figure behind one of them is changed. */
    @FunctionalInterface
    interface Change {
        List<Evidence> membersAfter(Evidence changed);
    }

    /** The powers of ten by which a figure behind a derived member may be mistaken. */
    static List<Repair> ofFigure(Relation relation, String figure, Evidence evidence, Change change) {
        List<Repair> repairs = new ArrayList<>();
        for (int power : powers(evidence.unit())) {
            Evidence scaled = evidence.times(Bounds.exactly(BigDecimal.ONE.scaleByPowerOfTen(power)));
            if (Ranges.of(evidence.unit()).intersection(scaled.bounds()).isEmpty()) {
                continue;
            }
            List<Evidence> members = change.membersAfter(scaled);
            addIfItRepairs(factor(relation, members, figure, figure, scaled, power), repairs);
        }
        return repairs;
    }

    private static Candidate factor(
            Relation relation, List<Evidence> members, String name, String figure, Evidence scaled, int power) {
        String amount = BigDecimal.TEN.pow(Math.abs(power)).toPlainString();
        return new Candidate(
                RepairKind.FACTOR,
                factorCode(name, power),
                Label.of(
                        name + (power > 0 ? " times " : " divided by ") + amount,
                        name + (power > 0 ? " 乘以 " : " 除以 ") + amount),
                relation,
                members,
                Optional.of(figure),
                Optional.of(scaled.possible()));
    }

    /** Exact agreement first, then by kind. */
    static List<Repair> ranked(List<Repair> repairs) {
        List<Repair> sorted = new ArrayList<>(repairs);
        sorted.sort(Comparator.<Repair>comparingInt(repair -> repair.verdict() == Verdict.AGREES ? 0 : 1)
                .thenComparing(Repair::kind));
        return sorted;
    }

    private static Repair repair(Candidate candidate, Verdict verdict) {
        List<BoundedQuantity> possible = Evidence.possible(candidate.members());
        int judged = candidate.relation().judged();
        return Repair.builder()
                .kind(candidate.kind())
                .code(candidate.code())
                .text(candidate.text())
                .figure(candidate.figure())
                .changed(candidate.changed())
                .implied(BoundedQuantity.of(
                        possible.get(judged).unit(), candidate.relation().implied(judged, possible, ARITHMETIC)))
                .published(possible.get(judged))
                .verdict(verdict)
                .build();
    }

    private static List<Candidate> candidates(Relation relation, List<Evidence> members) {
        List<Candidate> result = new ArrayList<>();
        for (Alternative alternative : relation.alternatives()) {
            result.add(new Candidate(
                    alternative.kind(),
                    alternative.code(),
                    alternative.convention().text(),
                    alternative.relation(),
                    constants(alternative.relation(), members),
                    Optional.empty(),
                    Optional.empty()));
        }
        truncations(relation, members, result);
        for (int i = 0; i < members.size(); i++) {
            factors(relation, members, i, result);
            currencies(relation, members, i, result);
            openingStock(relation, members, i, result);
        }
        return result;
    }

    /** The members with the constants of a relation that has others. */
    private static List<Evidence> constants(Relation relation, List<Evidence> members) {
        List<Evidence> result = new ArrayList<>(members);
        for (int i = 0; i < members.size(); i++) {
            int index = i;
            relation.members().get(i).constant().ifPresent(constant -> result.set(index, Evidence.of(constant)));
        }
        return result;
    }

    private static void truncations(Relation relation, List<Evidence> members, List<Candidate> result) {
        int judged = relation.judged();
        List<Evidence> all = members.stream().map(Evidence::cutOff).toList();
        if (!members.get(judged).truncated().equals(members.get(judged).bounds())) {
            result.add(new Candidate(
                    RepairKind.TRUNCATED,
                    TRUNCATED,
                    Label.of("the digits of the judged figure were cut off", "所核验数字为截断"),
                    relation,
                    replaced(members, judged, all.get(judged)),
                    relation.members().get(judged).figure(),
                    Optional.of(all.get(judged).possible())));
        }
        result.add(new Candidate(
                RepairKind.TRUNCATED,
                TRUNCATED_ALL,
                Label.of("all digits were cut off", "所有数字均为截断"),
                relation,
                all,
                Optional.empty(),
                Optional.empty()));
    }

    private static void factors(Relation relation, List<Evidence> members, int index, List<Candidate> result) {
        Evidence member = members.get(index);
        if (member.number().isEmpty() || member.unit().kind() == Unit.Kind.CALENDAR_YEAR) {
            return;
        }
        String role = FindingWriter.name(relation, index);
        for (int power : powers(member.unit())) {
            Bounds factor = Bounds.exactly(BigDecimal.ONE.scaleByPowerOfTen(power));
            Evidence scaled = member.times(factor);
            if (Ranges.of(member.unit()).intersection(scaled.bounds()).isEmpty()) {
                continue;
            }
            String figure = relation.members().get(index).figure().orElseThrow();
            result.add(factor(relation, replaced(members, index, scaled), role, figure, scaled, power));
        }
    }

    static int[] powers(Unit unit) {
        return unit.kind() == Unit.Kind.GROWTH_RATE || unit.kind() == Unit.Kind.SHARE ? RATE_POWERS : SIZE_POWERS;
    }

    static String factorCode(String role, int power) {
        return role + (power > 0 ? "*" : "/") + "1" + "0".repeat(Math.abs(power));
    }

    private static void currencies(Relation relation, List<Evidence> members, int index, List<Candidate> result) {
        Evidence member = members.get(index);
        boolean compared = members.stream()
                        .filter(other -> other.unit().equals(member.unit()))
                        .count()
                > 1;
        if (member.number().isEmpty() || member.unit().kind() != Unit.Kind.MONEY || !compared) {
            return;
        }
        String role = FindingWriter.name(relation, index);
        for (ExchangeRates.Pair pair : ExchangeRates.into(member.unit().toString())) {
            Evidence converted = member.times(pair.range());
            result.add(new Candidate(
                    RepairKind.CURRENCY,
                    role + "-in-" + pair.other(),
                    Label.of(role + " is in " + pair.other(), role + " 实为 " + pair.other()),
                    relation,
                    replaced(members, index, converted),
                    relation.members().get(index).figure(),
                    Optional.of(converted.possible())));
        }
    }

    /** What must have been there before for a cadence to reach its target, where nothing was assumed to be. */
    private static void openingStock(Relation relation, List<Evidence> members, int index, List<Candidate> result) {
        boolean opening = relation instanceof FigureRelation known
                && known.kind() == RelationKind.CADENCE
                && index == 2
                && known.members().get(2).constant().isPresent();
        if (!opening) {
            return;
        }
        List<BoundedQuantity> possible = Evidence.possible(members);
        BoundedQuantity needed = BoundedQuantity.of(
                members.get(3).unit(), relation.implied(2, possible, ARITHMETIC).intersection(Equation.NOT_NEGATIVE));
        String least = needed.bounds().lower().map(BigDecimal::toPlainString).orElse("0");
        result.add(new Candidate(
                RepairKind.OPENING_STOCK,
                "opening>=" + least,
                Label.of("an opening stock of at least " + least, "期初存量至少为 " + least),
                relation,
                replaced(members, 2, Evidence.derived(needed)),
                Optional.empty(),
                Optional.of(needed)));
    }

    private static List<Evidence> replaced(List<Evidence> members, int index, Evidence evidence) {
        List<Evidence> result = new ArrayList<>(members);
        result.set(index, evidence);
        return result;
    }
}
