package dev.saidao.samples.programs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.saidao.core.audit.FigureRelation;
import dev.saidao.core.audit.RelationKind;
import dev.saidao.core.audit.RoundCounting;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Share;
import dev.saidao.policy.dossier.PolicyDossier;
import dev.saidao.policy.dossier.PolicyDossiers;
import dev.saidao.policy.talent.Attainment;
import dev.saidao.policy.talent.AttainmentCalculator;
import dev.saidao.policy.talent.IntakeCalculator;
import dev.saidao.policy.talent.SelectionCadence;
import dev.saidao.policy.talent.TalentPlan;
import dev.saidao.policy.talent.TierPlan;
import dev.saidao.policy.target.Target;
import dev.saidao.policy.target.TargetKind;
import dev.saidao.samples.programs.DossierReport.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the policy side of a dossier promises, and what it takes: for each target headcount, under named assumptions of losses and
 * of how rounds are counted, the stock to expect, the rounds, the intake or the opening stock that the target needs, and how
 * likely it is to be reached.
 */
final class PolicyReport {

    /** Losses a year that are tried. No source gives any; they are assumptions and called so. */
    private static final List<BigDecimal> LOSSES =
            Stream.of("0", "0.01", "0.03").map(BigDecimal::new).toList();

    /** Why no target has a status. */
    static final Label NO_STATUS = Label.of(
            "on track or not: not assessable, since the page gives no baseline and no latest value of what the targets count",
            "是否符合进度:无法评估,版面未给出目标所计人数的基期值与最新值");

    private static final double LIKELY = 0.9;
    private static final IntakeCalculator INTAKE = IntakeCalculator.withDefaults();
    private static final AttainmentCalculator ATTAINMENT = AttainmentCalculator.withDefaults();

    private final Dossier dossier;
    private final ReadingConvention reading;
    private final Optional<PolicyDossier> policy;
    private final List<Study> studies;

    /**
     * A target under assumptions.
     *
     * @param id by which it can be found again
     * @param target what is to be reached
     * @param figure the figure of the target
     * @param loss the share that is taken to leave in a year
     * @param rounds the number of rounds until the target year
     * @param counting how they are counted
     * @param values what follows, with derivations
     * @param chances the probability year by year, if the size of the rounds is published; otherwise empty
     * @param openingForLikely the opening stock with which the target is reached with 90%, if that is known: one number or none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Study(
            String id,
            Label target,
            String figure,
            BigDecimal loss,
            int rounds,
            Label counting,
            List<Value> values,
            List<Chance> chances,
            List<Long> openingForLikely) {}

    /**
     * A year on the way, with nobody there before.
     *
     * @param year the year
     * @param expected the expected number
     * @param low the number that is reached or exceeded with 95%
     * @param high the number that is not exceeded with 95%
     * @param probability the probability of having reached the target
     */
    record Chance(int year, BigDecimal expected, long low, long high, BigDecimal probability) {

        private static final BigDecimal HARDLY = new BigDecimal("0.000000001");

        /** The probability for the eye. */
        String shown() {
            boolean hardly = probability.signum() > 0 && probability.compareTo(HARDLY) < 0;
            return hardly ? "< " + HARDLY.toPlainString() : CsvText.brief(probability);
        }
    }

    PolicyReport(Dossier dossier, ReadingConvention reading) {
        this.dossier = dossier;
        this.reading = reading;
        this.policy = PolicyDossiers.of(dossier);
        List<Study> all = new ArrayList<>();
        policy.ifPresent(side -> side.targets(dossier, reading).stream()
                .filter(target -> target.kind() == TargetKind.LEVEL)
                .forEach(target -> all.addAll(studies(target))));
        this.studies = List.copyOf(all);
    }

    Optional<PolicyDossier> policy() {
        return policy;
    }

    List<Study> studies() {
        return studies;
    }

    /** All values that follow. */
    List<Value> values() {
        return studies.stream().flatMap(study -> study.values().stream()).toList();
    }

    private List<Study> studies(Target target) {
        Optional<FigureRelation> cadence = dossier.relations().stream()
                .filter(relation -> relation.kind() == RelationKind.CADENCE
                        && relation.period().isPresent()
                        && relation.everyYears().isPresent())
                .findFirst();
        if (cadence.isEmpty() || target.value().orElseThrow().figure().isEmpty()) {
            return List.of();
        }
        List<Study> result = new ArrayList<>();
        for (RoundCounting counting : List.of(RoundCounting.FROM_YEAR_BEFORE, RoundCounting.FROM_FIRST_YEAR)) {
            for (BigDecimal loss : LOSSES) {
                result.add(study(target, cadence.get(), counting, loss));
            }
        }
        return result;
    }

    private Study study(Target target, FigureRelation cadence, RoundCounting counting, BigDecimal loss) {
        ReferencePeriod period = cadence.period().orElseThrow();
        int first = period.firstYear().orElseThrow() - (counting == RoundCounting.FROM_YEAR_BEFORE ? 1 : 0);
        int last = target.year().orElseThrow();
        SelectionCadence rounds =
                SelectionCadence.of(BigDecimal.ZERO, cadence.everyYears().orElseThrow(), first);
        Operand goal = target.value().orElseThrow();
        Figure figure = goal.figure().orElseThrow();
        Operand share = Operand.of(Share.of(loss));
        Operand nobody = Operand.of(goal.value().unit().quantity(BigDecimal.ZERO));
        // the size is published for one of the targets only
        boolean ofThisTarget =
                cadence.members().get(3).figure().filter(figure.id()::equals).isPresent();
        Optional<Operand> size = cadence.members()
                .get(0)
                .figure()
                .filter(id -> ofThisTarget)
                .map(dossier::figure)
                .map(published -> Operand.read(published, reading));
        String id = "talent." + target.id() + "."
                + counting.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".loss-"
                + loss.movePointRight(2).toPlainString();
        List<Value> values = new ArrayList<>();
        size.ifPresent(published -> {
            values.add(value(
                    id + ".expected",
                    Label.of("expected in " + last + " from the published rounds", "按公布的遴选," + last + "年期望人数"),
                    INTAKE.expectedStock(nobody, published, share, rounds, first, last)));
            values.add(value(
                    id + ".opening",
                    Label.of("opening stock that is needed then", "为此所需期初存量"),
                    INTAKE.openingStock(goal, published, share, rounds, first, last)));
        });
        values.add(value(
                id + ".round-size",
                Label.of("size of a round that is needed", "所需每轮规模"),
                INTAKE.roundSize(nobody, goal, share, rounds, first, last)));
        values.add(value(
                id + ".intake",
                Label.of("or intake a year", "或所需年补充"),
                INTAKE.constantIntake(nobody, goal, share, last - first + 1)));
        Optional<TalentPlan> plan = size.flatMap(published -> published.value().point())
                .map(people -> plan(target, rounds.ofSize(people), loss, first, last));
        return new Study(
                id,
                target.name(),
                figure.id(),
                loss,
                rounds.rounds(first, last).size(),
                counting.convention().text(),
                values,
                plan.map(known -> chances(known, target.id())).orElse(List.of()),
                plan.map(known -> likely(known, target.id())).orElse(List.of()));
    }

    private static TalentPlan plan(Target target, SelectionCadence rounds, BigDecimal loss, int first, int last) {
        return TalentPlan.builder()
                .firstYear(first)
                .lastYear(last)
                .addTiers(TierPlan.builder()
                        .id(target.id())
                        .name(target.name())
                        .openingStock(BigDecimal.ZERO)
                        .lossRate(loss)
                        .cadence(rounds)
                        .target(target.value().orElseThrow().value().point().orElseThrow())
                        .build())
                .build();
    }

    private static List<Chance> chances(TalentPlan plan, String tier) {
        List<Chance> chances = new ArrayList<>();
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            Attainment attainment = ATTAINMENT.probability(plan, tier, year);
            chances.add(new Chance(
                    year,
                    decimal(attainment.expected()),
                    attainment.low(),
                    attainment.high(),
                    decimal(attainment.probability())));
        }
        return chances;
    }

    private static List<Long> likely(TalentPlan plan, String tier) {
        return ATTAINMENT.smallestOpeningStock(plan, tier, LIKELY).stream()
                .boxed()
                .toList();
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(CsvText.shown(new BigDecimal(value).round(new MathContext(10))));
    }

    private static Value value(String id, Label what, Derived<BoundedQuantity> derived) {
        return new Value(id, what, derived.derivation());
    }
}
