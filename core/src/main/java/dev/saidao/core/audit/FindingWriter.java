package dev.saidao.core.audit;

import dev.saidao.core.audit.Deriver.Contribution;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.convention.RuleTexts;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.Relation;
import dev.saidao.core.relation.UnitMisfitException;
import dev.saidao.core.text.DisplayFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what there is to say of a relation. */
final class FindingWriter {

    /** Where more figures than these are behind a member, none of them is likelier to be wrong than another. */
    private static final int MOST_BEHIND = 6;

    private static final MathContext SHOWN_FACTOR = new MathContext(16);

    static final Label UNDEFINED = Label.of(
            "the equation is not defined for these figures, such as growth from nothing", "此关系对这些数字无定义,例如从零增长");
    private static final Label WEAK = Label.of(
            "says little: the printed number could be a quarter more or a quarter less and would agree as well",
            "说明力弱:印出的数字增减四分之一也仍然一致");

    private final Network network;
    private final Deriver deriver;
    private final Neighbours neighbours;

    FindingWriter(Network network, Deriver deriver, Neighbours neighbours) {
        this.network = network;
        this.deriver = deriver;
        this.neighbours = neighbours;
    }

    Finding finding(int r) {
        return finding(r, verdict -> agreement(r, verdict));
    }

    /** The finding on a relation; where its members agree, the one that is made of how well they do. */
    Finding finding(int r, Function<Verdict, Finding> agreed) {
        Relation relation = network.relation(r);
        List<String> missing = missing(r);
        if (!network.isUsable(r)) {
            return notCheckable(r, missing, network.misfit(r).orElse(missing(missing)));
        }
        Case one = deriver.caseOf(r);
        Contribution implied = deriver.implied(r, relation.roles().indexOf(relation.judged()));
        Optional<Label> undefined = one.undefined()
                .or(() -> implied.derived().value().bounds().isEmpty() ? Optional.of(UNDEFINED) : Optional.empty());
        if (undefined.isPresent()) {
            return notCheckable(r, missing, undefined.get());
        }
        Optional<Finding> impossible = impossible(r, one);
        if (impossible.isPresent()) {
            return impossible.get();
        }
        if (!missing.isEmpty() && one.canBe()) {
            return notCheckable(r, missing, missing(missing));
        }
        Optional<Verdict> agreement = missing.isEmpty() ? one.level() : Optional.empty();
        if (agreement.isPresent()) {
            return agreed.apply(agreement.get());
        }
        List<Repair> repairs = repairs(r, one, implied);
        // a relation whose members follow from others is taken as they are: by the first convention
        Optional<Repair> other = implied.relations().equals(Set.of(r))
                ? repairs.stream().filter(Repairs::isExcuse).findFirst()
                : Optional.empty();
        Optional<Label> excuse = relation.equation().excuse(relation);
        if (other.isEmpty() && excuse.isPresent()) {
            return notCheckable(r, List.of(), excuse.get());
        }
        Verdict verdict = other.isPresent() ? Verdict.AGREES_UNDER_OTHER_CONVENTION : Verdict.CONTRADICTS;
        return finding(r, one, implied, verdict, repairs, other);
    }

    /** The finding on a relation of which it is known how well its members agree. */
    Finding agreement(int r, Verdict verdict) {
        Relation relation = network.relation(r);
        Contribution implied = deriver.implied(r, network.roles(r).indexOf(relation.judged()));
        return finding(r, deriver.caseOf(r), implied, verdict, List.of(), Optional.empty());
    }

    private Finding finding(
            int r, Case one, Contribution implied, Verdict verdict, List<Repair> repairs, Optional<Repair> other) {
        Relation relation = one.relation();
        Evidence judged = one.judged();
        BoundedQuantity derived = implied.derived().value();
        BoundedQuantity published = published(judged);
        Derivation derivation = implied.derived().derivation();
        boolean agreement = verdict.isAgreement();
        boolean fraction =
                judged.unit().kind() == Unit.Kind.SHARE || judged.unit().kind() == Unit.Kind.GROWTH_RATE;
        Optional<BigDecimal> gap = agreement || !fraction
                ? Optional.empty()
                : gap(derived.bounds(), judged.bounds()).map(distance -> distance.movePointRight(2));
        Optional<BigDecimal> factor = agreement ? Optional.empty() : factor(derived, judged);
        boolean weak = agreement && isWeak(one, derived);
        Optional<Label> text = other.map(Repair::text);
        boolean claim = ClaimWords.isClaim(one);
        return Finding.builder()
                .relation(relation.id())
                .title(relation.title())
                .formula(relation.equation().formula())
                .addAllFigures(figures(r, implied.figures()))
                .verdict(verdict)
                .judged(relation.member(relation.judged()).figure())
                .implied(derived)
                .published(published)
                .gapInPercentagePoints(gap)
                .factor(factor)
                .addAllConventions(conventions(relation, derivation, judged, other))
                .otherConvention(other.map(Repair::code))
                .weak(weak ? Optional.of(claim ? ClaimWords.WEAK : WEAK) : Optional.empty())
                .reason(
                        claim
                                ? ClaimWords.reason(verdict, derived.bounds(), judged.bounds(), gap, text)
                                : reason(one, verdict, derived, published, gap, factor, text))
                .derivation(derivation)
                .addAllRepairs(repairs)
                .build();
    }

    // ---- parts of a finding ----

    /**
     * What is asked first of a relation that agrees: the same as its finding says, without what else is told there.
     *
     * @param implied what the others imply of the judged member
     * @param weak why the agreement says little, if it does
     */
    record Glance(Case one, Verdict verdict, BoundedQuantity implied, Optional<Label> weak) {

        String reason(Locale locale) {
            return ClaimWords.isClaim(one)
                    ? ClaimWords.reason(
                                    verdict,
                                    implied.bounds(),
                                    one.judged().bounds(),
                                    Optional.empty(),
                                    Optional.empty())
                            .in(locale)
                    : FindingWriter.reason(
                            locale,
                            one.relation(),
                            one.relation().judged(),
                            verdict,
                            implied,
                            published(one.judged()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
        }
    }

    Glance glance(int r, Verdict verdict) {
        Case one = deriver.caseOf(r);
        BoundedQuantity implied = network.arePrinted(r)
                ? deriver.impliedByPrints(r, one)
                : deriver.implied(r, network.roles(r).indexOf(one.relation().judged()))
                        .derived()
                        .value();
        Label weak = ClaimWords.isClaim(one) ? ClaimWords.WEAK : WEAK;
        return new Glance(one, verdict, implied, isWeak(one, implied) ? Optional.of(weak) : Optional.empty());
    }

    private static boolean isWeak(Case one, BoundedQuantity implied) {
        return one.judged().number().isPresent() && one.isWeak(implied.bounds());
    }

    private static BoundedQuantity published(Evidence judged) {
        return judged.point()
                .filter(judged.bounds()::contains)
                .map(point -> BoundedQuantity.of(judged.unit(), judged.bounds(), point))
                .orElse(judged.possible());
    }

    static Label misfit(IllegalArgumentException e) {
        Label why = e instanceof UnitMisfitException misfit
                ? misfit.reason()
                : RuleTexts.label(String.valueOf(e.getMessage()));
        return Label.of("units do not fit: " + why.en(), "单位不符:" + why.zh());
    }

    private List<String> figures(int r, SortedSet<Integer> behind) {
        Set<Integer> all = new TreeSet<>(behind);
        for (int figure : network.members(r)) {
            if (figure >= 0 && network.printed(figure).isPresent()) {
                all.add(figure);
            }
        }
        // what is told of the judged figure, if it was not printed
        Relation relation = network.relation(r);
        int judged = network.members(r)[relation.roles().indexOf(relation.judged())];
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

    /** The contradiction of a member that was not printed and cannot be what the others imply. */
    private Optional<Finding> impossible(int r, Case one) {
        Relation relation = network.relation(r);
        for (int i = 0; i < network.members(r).length; i++) {
            int figure = network.members(r)[i];
            if (figure >= 0 && network.printed(figure).isEmpty() && !deriver.isTold(figure, r)) {
                Contribution implied = deriver.implied(r, i);
                Optional<Label> why = deriver.impossible(r, i, implied.bounds());
                if (why.isPresent()) {
                    String role = titled(relation, relation.roles().get(i));
                    BoundedQuantity value = implied.derived().value();
                    boolean judged = relation.roles().get(i).equals(relation.judged());
                    Finding.Builder finding = Finding.builder()
                            .relation(relation.id())
                            .title(relation.title())
                            .formula(relation.equation().formula())
                            .addAllFigures(figures(r, implied.figures()))
                            .verdict(Verdict.CONTRADICTS)
                            .judged(relation.member(relation.judged()).figure())
                            .addAllConventions(relation.conventions())
                            .derivation(implied.derived().derivation())
                            .reason(Label.of(
                                    Verdict.CONTRADICTS.text().en() + ": the others imply " + role + " = "
                                            + shown(value, Locale.ENGLISH) + "; "
                                            + why.get().en(),
                                    Verdict.CONTRADICTS.text().zh() + ":由其他数字推得 " + role + " = "
                                            + shown(value, Locale.CHINESE) + ";"
                                            + why.get().zh()));
                    if (judged) {
                        finding.implied(value);
                    } else if (one.judged().number().isPresent()) {
                        finding.published(one.judged().possible());
                    }
                    return Optional.of(finding.build());
                }
            }
        }
        return Optional.empty();
    }

    private Finding notCheckable(int r, List<String> missing, Label reason) {
        Relation relation = network.relation(r);
        return Finding.builder()
                .relation(relation.id())
                .title(relation.title())
                .formula(relation.equation().formula())
                .addAllFigures(figures(r, new TreeSet<>()))
                .verdict(Verdict.NOT_CHECKABLE)
                .judged(relation.member(relation.judged()).figure())
                .addAllConventions(relation.conventions())
                .reason(reason)
                .addAllMissing(missing)
                .build();
    }

    private List<Repair> repairs(int r, Case one, Contribution implied) {
        Set<Integer> behind = new TreeSet<>();
        for (int figure : network.members(r)) {
            if (figure >= 0 && network.printed(figure).isEmpty()) {
                deriver.told(figure, r).ifPresent(said -> behind.addAll(said.figures()));
            }
        }
        List<Repair> repairs = new ArrayList<>(
                Repairs.of(one, behind.stream().map(network::figure).collect(Collectors.toSet())));
        for (int figure : behind.size() > MOST_BEHIND ? Set.<Integer>of() : behind) {
            repairs.addAll(Repairs.ofFigure(
                    one,
                    network.figure(figure),
                    network.printed(figure).orElseThrow(),
                    changed -> neighbours.canStand(r, implied.relations(), figure, changed)
                            ? neighbours.after(r, implied.relations(), figure, changed)
                            : one));
        }
        repairs.removeIf(repair -> !canStand(r, implied.relations(), repair));
        repairs.sort(Repairs.RANKING);
        return repairs;
    }

    /** Whether a repair leaves room for the relations beside this one that have the changed figure too. */
    private boolean canStand(int r, SortedSet<Integer> behind, Repair repair) {
        return repair.figure().isEmpty()
                || neighbours.canStand(
                        r,
                        behind,
                        network.index(repair.figure().get()),
                        Evidence.derived(repair.changed().orElseThrow()));
    }

    private static List<Convention> conventions(
            Relation relation, Derivation derivation, Evidence judged, Optional<Repair> other) {
        Set<Convention> all = new LinkedHashSet<>(relation.conventions());
        all.addAll(derivation.conventions());
        judged.number().ifPresent(number -> all.addAll(number.reading().conventionsFor(number.printed())));
        other.ifPresent(repair -> all.add(Change.convention(repair.code(), repair.text())));
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

    private static Label reason(
            Case one,
            Verdict verdict,
            BoundedQuantity implied,
            BoundedQuantity published,
            Optional<BigDecimal> gap,
            Optional<BigDecimal> factor,
            Optional<Label> other) {
        Relation relation = one.relation();
        Optional<String> apart =
                verdict.isAgreement() || isBounded(implied.bounds()) ? Optional.empty() : one.roleApart();
        String role = apart.orElse(relation.judged());
        BoundedQuantity expected = apart.map(one::implied).orElse(implied);
        BoundedQuantity said = apart.map(of -> published(one.evidence(of))).orElse(published);
        return Label.of(
                reason(Locale.ENGLISH, relation, role, verdict, expected, said, gap, factor, other),
                reason(Locale.CHINESE, relation, role, verdict, expected, said, gap, factor, other));
    }

    private static boolean isBounded(Bounds bounds) {
        return bounds.lower().isPresent() || bounds.upper().isPresent();
    }

    private static String reason(
            Locale locale,
            Relation relation,
            String judged,
            Verdict verdict,
            BoundedQuantity implied,
            BoundedQuantity published,
            Optional<BigDecimal> gap,
            Optional<BigDecimal> factor,
            Optional<Label> other) {
        String role = titled(relation, judged);
        if (locale.getLanguage().equals(Locale.CHINESE.getLanguage())) {
            return verdict.text().zh() + ":由其他数字推得 " + role + " = " + shown(implied, locale) + ";印出 "
                    + shown(published, locale)
                    + difference(gap, factor, " 个百分点之差", " 倍于印出的数字")
                    + other.map(text -> ";" + text.zh()).orElse("");
        }
        return verdict.text().en() + ": the others imply " + role + " = " + shown(implied, locale)
                + "; printed " + shown(published, locale)
                + difference(gap, factor, " percentage points apart", " times the printed number")
                + other.map(text -> "; " + text.en()).orElse("");
    }

    private static String titled(Relation relation, String role) {
        String name = relation.name(role);
        return relation.member(role)
                .figure()
                .filter(figure -> !figure.equals(name))
                .map(figure -> name + " (" + figure + ")")
                .orElse(name);
    }

    private static String difference(
            Optional<BigDecimal> gap, Optional<BigDecimal> factor, String points, String times) {
        String apart = gap.filter(value -> value.signum() > 0)
                .map(value -> "; " + rounded(value) + points)
                .orElse("");
        return apart
                + factor.map(value -> (apart.isEmpty() ? "; " : ", ") + rounded(value) + times)
                        .orElse("");
    }

    private static String rounded(BigDecimal value) {
        BigDecimal shown = value.round(new MathContext(4)).stripTrailingZeros();
        return shown.toPlainString();
    }

    private static String shown(BoundedQuantity quantity, Locale locale) {
        return DisplayFormat.of(locale).format(quantity);
    }
}
