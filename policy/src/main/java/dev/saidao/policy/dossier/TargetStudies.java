package dev.saidao.policy.dossier;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.quantity.Share;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.RelationKind;
import dev.saidao.core.relation.RoundCounting;
import dev.saidao.policy.dossier.TargetStudy.Quantity;
import dev.saidao.policy.talent.Attainment;
import dev.saidao.policy.talent.AttainmentCalculator;
import dev.saidao.policy.talent.IntakeCalculator;
import dev.saidao.policy.talent.SelectionCadence;
import dev.saidao.policy.talent.TalentPlan;
import dev.saidao.policy.talent.TierPlan;
import dev.saidao.policy.target.Target;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Studies what targets take, under each assumption of losses and of how rounds are counted. */
final class TargetStudies {

    private static final double LIKELY = 0.9;
    private static final MathContext TEN_DIGITS = new MathContext(10);
    private static final IntakeCalculator INTAKE = IntakeCalculator.withDefaults();
    private static final AttainmentCalculator ATTAINMENT = AttainmentCalculator.withDefaults();

    private final Dossier dossier;
    private final ReadingConvention reading;
    private final List<BigDecimal> losses;
    private final Optional<FigureRelation> cadence;

    TargetStudies(Dossier dossier, ReadingConvention reading, List<BigDecimal> losses) {
        this.dossier = dossier;
        this.reading = reading;
        this.losses = losses;
        this.cadence = dossier.relations().stream()
                .filter(relation -> relation.kind() == RelationKind.CADENCE
                        && relation.period().isPresent()
                        && relation.everyYears().isPresent())
                .findFirst();
    }

    /** The studies of a target; none if no cadence with years is known, or the target is not that of a figure. */
    List<TargetStudy> of(Target target) {
        if (cadence.isEmpty() || target.value().orElseThrow().figure().isEmpty()) {
            return List.of();
        }
        List<TargetStudy> studies = new ArrayList<>();
        for (RoundCounting counting : List.of(RoundCounting.FROM_YEAR_BEFORE, RoundCounting.FROM_FIRST_YEAR)) {
            for (BigDecimal loss : losses) {
                studies.add(study(target, cadence.get(), counting, loss));
            }
        }
        return studies;
    }

    private TargetStudy study(Target target, FigureRelation cadence, RoundCounting counting, BigDecimal loss) {
        ReferencePeriod period = cadence.period().orElseThrow();
        int first = period.firstYear().orElseThrow() - (counting == RoundCounting.FROM_YEAR_BEFORE ? 1 : 0);
        int last = target.year().orElseThrow();
        SelectionCadence rounds =
                SelectionCadence.of(BigDecimal.ZERO, cadence.everyYears().orElseThrow(), first);
        Operand goal = target.value().orElseThrow();
        Figure figure = goal.figure().orElseThrow();
        Optional<Operand> size = size(cadence, figure);
        String id = "talent." + target.id() + "." + Codes.ofName(counting.name()) + ".loss-"
                + loss.movePointRight(2).toPlainString();
        Optional<TalentPlan> plan = size.flatMap(published -> published.value().point())
                .map(people -> plan(target, rounds.ofSize(people), loss, first, last));
        return TargetStudy.builder()
                .id(id)
                .target(target.name())
                .figure(figure.id())
                .loss(loss)
                .rounds(rounds.rounds(first, last).size())
                .counting(counting.convention().text())
                .addAllValues(values(id, goal, size, Operand.of(Share.of(loss)), rounds, first, last))
                .addAllChances(plan.map(known -> chances(known, target.id())).orElse(List.of()))
                .addAllOpeningForLikely(
                        plan.map(known -> likely(known, target.id())).orElse(List.of()))
                .build();
    }

    /** The published size of the rounds, which is meant for the target of the cadence only. */
    private Optional<Operand> size(FigureRelation cadence, Figure target) {
        return figure(cadence, "target")
                .filter(target.id()::equals)
                .flatMap(same -> figure(cadence, "size"))
                .map(dossier::figure)
                .map(published -> Operand.read(published, reading));
    }

    private static Optional<String> figure(FigureRelation relation, String role) {
        return relation.members().stream()
                .filter(member -> member.role().equals(role))
                .findFirst()
                .flatMap(Member::figure);
    }

    private static List<Conclusion> values(
            String id,
            Operand goal,
            Optional<Operand> size,
            Operand loss,
            SelectionCadence rounds,
            int first,
            int last) {
        Operand nobody = Operand.of(goal.value().unit().quantity(BigDecimal.ZERO));
        List<Conclusion> values = new ArrayList<>();
        size.ifPresent(published -> {
            values.add(Conclusion.of(
                    TargetStudy.idOf(id, Quantity.EXPECTED),
                    Label.of("expected in " + last + " from the published rounds", "按公布的遴选," + last + "年期望人数"),
                    INTAKE.expectedStock(nobody, published, loss, rounds, first, last)));
            values.add(Conclusion.of(
                    TargetStudy.idOf(id, Quantity.OPENING),
                    Label.of("opening stock that is needed then", "为此所需期初存量"),
                    INTAKE.openingStock(goal, published, loss, rounds, first, last)));
        });
        values.add(Conclusion.of(
                TargetStudy.idOf(id, Quantity.ROUND_SIZE),
                Label.of("size of a round that is needed", "所需每轮规模"),
                INTAKE.roundSize(nobody, goal, loss, rounds, first, last)));
        values.add(Conclusion.of(
                TargetStudy.idOf(id, Quantity.INTAKE),
                Label.of("or intake a year", "或所需年补充"),
                INTAKE.constantIntake(nobody, goal, loss, last - first + 1)));
        return values;
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

    private static List<TargetStudy.Chance> chances(TalentPlan plan, String tier) {
        List<TargetStudy.Chance> chances = new ArrayList<>();
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            Attainment attainment = ATTAINMENT.probability(plan, tier, year);
            chances.add(TargetStudy.Chance.builder()
                    .year(year)
                    .expected(decimal(attainment.expected()))
                    .low(attainment.low())
                    .high(attainment.high())
                    .probability(decimal(attainment.probability()))
                    .build());
        }
        return chances;
    }

    private static List<Long> likely(TalentPlan plan, String tier) {
        return ATTAINMENT.smallestOpeningStock(plan, tier, LIKELY).stream()
                .boxed()
                .toList();
    }

    private static BigDecimal decimal(double value) {
        return Decimals.canonical(new BigDecimal(value).round(TEN_DIGITS), "Number");
    }
}
