package dev.saidao.core.audit;

import dev.saidao.core.audit.Deriver.Contribution;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.DisplayFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes what there is to say of a relation. */
final class FindingWriter {

    private static final BoundsArithmetic ARITHMETIC = BoundsArithmetic.withDefaults();
    private static final MathContext SHOWN_FACTOR = new MathContext(16);
    /** An agreement is weak if the printed number could be a quarter more and a quarter less and still agree. */
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    private static final Label UNDEFINED = Label.of(
            "the equation is not defined for these figures, such as growth from nothing", "此关系对这些数字无定义,例如从零增长");
    private static final Label WEAK = Label.of(
            "says little: the printed number could be a quarter more or a quarter less and would agree as well",
            "说明力弱:印出的数字增减四分之一也仍然一致");

    private final Network network;
    private final Deriver deriver;
    private final Elsewhere elsewhere;

    /** The members of a relation after a figure behind one of them was changed. */
    @FunctionalInterface
    interface Elsewhere {
        List<Evidence> members(int r, Set<Integer> relations, int figure, Evidence changed);
    }

    FindingWriter(Network network, Deriver deriver, Elsewhere elsewhere) {
        this.network = network;
        this.deriver = deriver;
        this.elsewhere = elsewhere;
    }

    Finding finding(int r) {
        Relation relation = network.relation(r);
        List<String> missing = missing(r);
        if (!network.isUsable(r)) {
            return notCheckable(
                    r,
                    missing,
                    network.misfit(r)
                            .map(why -> Label.of("units do not fit: " + why, "单位不符:" + why))
                            .orElse(missing(missing)));
        }
        int judged = relation.judged();
        List<Evidence> members = new ArrayList<>();
        for (int i = 0; i < network.members(r).length; i++) {
            members.add(deriver.evidence(r, i));
        }
        Contribution implied = deriver.implied(r, judged);
        Verdict verdict;
        List<Repair> repairs = List.of();
        Optional<Repair> other = Optional.empty();
        if (implied.derived().value().bounds().isEmpty() || growsFromNothing(relation, members)) {
            return notCheckable(r, missing, UNDEFINED);
        }
        if (!missing.isEmpty()) {
            boolean possible = Judge.canBe(relation, Evidence.possible(members));
            if (possible) {
                return notCheckable(r, missing, missing(missing));
            }
            verdict = Verdict.CONTRADICTS;
        } else {
            verdict = Judge.level(relation, members).orElse(Verdict.CONTRADICTS);
        }
        if (verdict == Verdict.CONTRADICTS) {
            repairs = repairs(r, members, implied);
            other = repairs.stream()
                    .filter(repair -> repair.kind().isConvention())
                    .min(Comparator.comparing(Repair::kind));
            Optional<Label> uncovered = uncovered(relation);
            if (other.isPresent()) {
                verdict = Verdict.AGREES_UNDER_OTHER_CONVENTION;
            } else if (uncovered.isPresent()) {
                return notCheckable(r, List.of(), uncovered.get());
            }
        }
        return finding(r, members, implied, verdict, repairs, other);
    }

    /** Whether a size that grows, or that it grows to, was printed as 0 or below. */
    private static boolean growsFromNothing(Relation relation, List<Evidence> members) {
        return relation instanceof FigureRelation growth
                && growth.kind() == RelationKind.GROWTH
                && members.subList(0, 2).stream()
                        .flatMap(member -> member.point().stream())
                        .anyMatch(size -> size.signum() <= 0);
    }

    private Finding finding(
            int r,
            List<Evidence> members,
            Contribution implied,
            Verdict verdict,
            List<Repair> repairs,
            Optional<Repair> other) {
        Relation relation = network.relation(r);
        Evidence judged = members.get(relation.judged());
        BoundedQuantity derived = implied.derived().value();
        BoundedQuantity published = judged.point()
                .filter(judged.bounds()::contains)
                .map(point -> BoundedQuantity.of(judged.unit(), judged.bounds(), point))
                .orElse(judged.possible());
        Derivation derivation = implied.derived().derivation();
        boolean agreement = verdict.isAgreement();
        boolean fraction =
                judged.unit().kind() == Unit.Kind.SHARE || judged.unit().kind() == Unit.Kind.GROWTH_RATE;
        Optional<BigDecimal> gap = agreement || !fraction
                ? Optional.empty()
                : gap(derived.bounds(), judged.bounds()).map(distance -> distance.movePointRight(2));
        Optional<BigDecimal> factor = agreement ? Optional.empty() : factor(derived, judged);
        return Finding.builder()
                .relation(relation.id())
                .title(relation.title())
                .formula(relation.formula())
                .addAllFigures(figures(r, implied.figures()))
                .verdict(verdict)
                .judged(relation.members().get(relation.judged()).figure())
                .implied(derived)
                .published(published)
                .gapInPercentagePoints(gap)
                .factor(factor)
                .addAllConventions(conventions(relation, derivation, judged, other))
                .otherConvention(other.map(Repair::code))
                .weak(
                        agreement && judged.number().isPresent() && isWeak(derived.bounds(), judged)
                                ? Optional.of(WEAK)
                                : Optional.empty())
                .reason(reason(relation, verdict, derived, published, gap, factor, other))
                .derivation(derivation)
                .addAllRepairs(repairs)
                .build();
    }

    // ---- parts of a finding ----

    private List<String> figures(int r, SortedSet<Integer> behind) {
        Set<Integer> all = new TreeSet<>(behind);
        for (int figure : network.members(r)) {
            if (figure >= 0 && network.printed(figure).isPresent()) {
                all.add(figure);
            }
        }
        // what is told of the judged figure, if it was not printed
        int judged = network.members(r)[network.relation(r).judged()];
        if (judged >= 0 && network.printed(judged).isEmpty()) {
            deriver.told(judged, r).ifPresent(said -> all.addAll(said.figures()));
        }
        return all.stream().map(network::figure).toList();
    }

    private List<String> missing(int r) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < network.members(r).length; i++) {
            int figure = network.members(r)[i];
            if (figure >= 0
                    && network.printed(figure).isEmpty()
                    && deriver.told(figure, r).isEmpty()) {
                missing.add(network.figure(figure));
            }
        }
        return missing;
    }

    private static Label missing(List<String> missing) {
        String list = String.join(", ", missing);
        return Label.of("not printed: " + list, "未公布:" + list);
    }

    private Finding notCheckable(int r, List<String> missing, Label reason) {
        Relation relation = network.relation(r);
        return Finding.builder()
                .relation(relation.id())
                .title(relation.title())
                .formula(relation.formula())
                .addAllFigures(figures(r, new TreeSet<>()))
                .verdict(Verdict.NOT_CHECKABLE)
                .judged(relation.members().get(relation.judged()).figure())
                .addAllConventions(relation.conventions())
                .reason(reason)
                .addAllMissing(missing)
                .build();
    }

    /** Why a rate does not speak of the years between two sizes: its own years are others, by more than loose dating. */
    static Optional<Label> uncovered(Relation relation) {
        if (!(relation instanceof FigureRelation growth) || growth.kind() != RelationKind.GROWTH) {
            return Optional.empty();
        }
        Optional<ReferencePeriod> sizes = growth.period();
        Optional<ReferencePeriod> rate = growth.ratePeriod();
        if (sizes.isEmpty() || rate.isEmpty()) {
            return Optional.empty();
        }
        int firstGap =
                rate.get().firstYear().orElseThrow() - sizes.get().firstYear().orElseThrow();
        int lastGap =
                rate.get().lastYear().orElseThrow() - sizes.get().lastYear().orElseThrow();
        return isLooseDating(firstGap, lastGap)
                ? Optional.empty()
                : Optional.of(Label.of(
                        "the rate speaks of " + rate.get() + " and the sizes of " + sizes.get(),
                        "增长率指 " + rate.get() + " 年,规模指 " + sizes.get() + " 年"));
    }

    /** Whether years that differ by so much may still be meant to be the same. */
    static boolean isLooseDating(int firstGap, int lastGap) {
        return Math.abs(firstGap) <= 1 && Math.abs(lastGap) <= 1;
    }

    private List<Repair> repairs(int r, List<Evidence> members, Contribution implied) {
        Relation relation = network.relation(r);
        Set<Integer> behind = new TreeSet<>();
        for (int figure : network.members(r)) {
            if (figure >= 0 && network.printed(figure).isEmpty()) {
                deriver.told(figure, r).ifPresent(said -> behind.addAll(said.figures()));
            }
        }
        List<Repair> repairs = new ArrayList<>(Repairs.of(
                relation, members, behind.stream().map(network::figure).collect(Collectors.toSet())));
        for (int figure : behind) {
            repairs.addAll(Repairs.ofFigure(
                    relation,
                    network.figure(figure),
                    network.printed(figure).orElseThrow(),
                    changed -> elsewhere.members(r, implied.relations(), figure, changed)));
        }
        return Repairs.ranked(repairs);
    }

    private static List<Convention> conventions(
            Relation relation, Derivation derivation, Evidence judged, Optional<Repair> other) {
        Set<Convention> all = new LinkedHashSet<>(relation.conventions());
        all.addAll(derivation.conventions());
        judged.number().ifPresent(number -> all.addAll(number.reading().conventionsFor(number.printed())));
        other.ifPresent(repair -> all.add(Convention.of(
                "other." + repair.code().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", ""), repair.text())));
        return List.copyOf(all);
    }

    static Optional<BigDecimal> gap(Bounds implied, Bounds published) {
        if (implied.isEmpty() || published.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> above =
                implied.lower().flatMap(low -> published.upper().map(low::subtract));
        Optional<BigDecimal> below =
                published.lower().flatMap(low -> implied.upper().map(low::subtract));
        BigDecimal gap = above.orElse(BigDecimal.ZERO).max(below.orElse(BigDecimal.ZERO));
        return Optional.of(gap.max(BigDecimal.ZERO));
    }

    private static Optional<BigDecimal> factor(BoundedQuantity implied, Evidence published) {
        Optional<BigDecimal> numerator = implied.point()
                .or(() -> implied.bounds().upper())
                .or(() -> implied.bounds().lower());
        return numerator
                .filter(value -> value.signum() > 0)
                .flatMap(value -> published
                        .point()
                        .filter(point -> point.signum() > 0)
                        .map(point -> value.divide(point, SHOWN_FACTOR)));
    }

    static boolean isWeak(Bounds implied, Evidence judged) {
        if (judged.point().orElse(BigDecimal.ZERO).signum() == 0) {
            return false;
        }
        BigDecimal shift = judged.point().orElseThrow().abs().multiply(QUARTER);
        Bounds more = ARITHMETIC.plus(judged.bounds(), Bounds.exactly(shift));
        Bounds less = ARITHMETIC.minus(judged.bounds(), Bounds.exactly(shift));
        return !implied.intersection(more).isEmpty()
                && !implied.intersection(less).isEmpty();
    }

    private static Label reason(
            Relation relation,
            Verdict verdict,
            BoundedQuantity implied,
            BoundedQuantity published,
            Optional<BigDecimal> gap,
            Optional<BigDecimal> factor,
            Optional<Repair> other) {
        String role = titled(relation, relation.judged());
        String sizeEn = difference(gap, factor, " percentage points apart", " times the printed number");
        String sizeZh = difference(gap, factor, " 个百分点之差", " 倍于印出的数字");
        String otherEn = other.map(repair -> "; " + repair.text().en()).orElse("");
        String otherZh = other.map(repair -> ";" + repair.text().zh()).orElse("");
        return Label.of(
                verdict.text().en() + ": the others imply " + role + " = " + shown(implied, Locale.ENGLISH)
                        + "; printed " + shown(published, Locale.ENGLISH) + sizeEn + otherEn,
                verdict.text().zh() + ":由其他数字推得 " + role + " = " + shown(implied, Locale.CHINESE) + ";印出 "
                        + shown(published, Locale.CHINESE) + sizeZh + otherZh);
    }

    /** A member by its role, or by its figure where roles only tell members apart. */
    static String name(Relation relation, int index) {
        Member member = relation.members().get(index);
        boolean tellsApart = relation instanceof FigureRelation known
                && !known.kind().roles().contains(member.role());
        return tellsApart ? member.figure().orElse(member.role()) : member.role();
    }

    private static String titled(Relation relation, int index) {
        String name = name(relation, index);
        return relation.members()
                .get(index)
                .figure()
                .filter(figure -> !figure.equals(name))
                .map(figure -> name + " (" + figure + ")")
                .orElse(name);
    }

    private static String difference(
            Optional<BigDecimal> gap, Optional<BigDecimal> factor, String points, String times) {
        return List.of(
                        gap.filter(value -> value.signum() > 0)
                                .map(value -> rounded(value) + points)
                                .orElse(""),
                        factor.map(value -> rounded(value) + times).orElse(""))
                .stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", ", "; ", ""))
                .replaceAll("^; $", "");
    }

    private static String rounded(BigDecimal value) {
        BigDecimal shown = value.round(new MathContext(4)).stripTrailingZeros();
        return shown.toPlainString();
    }

    private static String shown(BoundedQuantity quantity, Locale locale) {
        return DisplayFormat.of(locale).format(quantity);
    }
}
