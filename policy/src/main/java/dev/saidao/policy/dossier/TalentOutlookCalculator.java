package dev.saidao.policy.dossier;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Status;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.ratio.RatioCalculator;
import dev.saidao.policy.talent.TalentPyramid;
import dev.saidao.policy.talent.TalentTier;
import dev.saidao.policy.target.Target;
import dev.saidao.policy.target.TargetKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what the figures of a dossier say of talent, by the ids of their indicators.
 *
 * <ul>
 *   <li>{@code headcount} with {@code employment-share} or {@code employment-density} of one subject: the employed persons that the two
 *       imply
 *   <li>{@code target-headcount} with status {@link Status#TARGET}, two or more of one year: a pyramid
 *   <li>targets of the policy side, where the dossier has a relation of cadence with years: what they take, in rounds counted from the
 *       year before and from the first year, at each loss that is tried
 * </ul>
 *
 * @since 0.1
 */
public final class TalentOutlookCalculator {

    private static final RatioCalculator RATIOS = RatioCalculator.withDefaults();
    private static final Label NOT_ASSESSABLE = Label.of(
            "Whether they are on track cannot be assessed, since the page gives no baseline and no latest value of what the targets count.",
            "是否符合进度无法评估:版面未给出目标所计人数的基期值与最新值。");
    private static final TalentOutlookCalculator DEFAULTS = new TalentOutlookCalculator(
            ReadingConvention.withDefaults(),
            Stream.of("0", "0.01", "0.03").map(BigDecimal::new).toList());

    private final ReadingConvention reading;
    private final List<BigDecimal> losses;

    private TalentOutlookCalculator(ReadingConvention reading, List<BigDecimal> losses) {
        this.reading = reading;
        this.losses = losses;
    }

    /** {@return a calculator that reads figures by {@link ReadingConvention#withDefaults()} and tries losses of 0, 1% and 3% a year} */
    public static TalentOutlookCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a calculator that reads figures otherwise.
     *
     * @param reading how to read them
     * @return the calculator
     */
    public TalentOutlookCalculator with(ReadingConvention reading) {
        return new TalentOutlookCalculator(reading, losses);
    }

    /**
     * Returns a calculator that tries other losses.
     *
     * @param losses shares that leave in a year, each from 0 to less than 1
     * @return the calculator
     * @throws IllegalArgumentException if one is out of range
     */
    public TalentOutlookCalculator withLosses(List<BigDecimal> losses) {
        for (BigDecimal loss : losses) {
            if (loss.signum() < 0 || loss.compareTo(BigDecimal.ONE) >= 0) {
                throw new IllegalArgumentException("Loss must be from 0 to less than 1: " + loss.toPlainString());
            }
        }
        return new TalentOutlookCalculator(reading, List.copyOf(losses));
    }

    /**
     * Finds what follows from a dossier and, if it is an embedded one, from its policy side.
     *
     * @param dossier the dossier
     * @return what follows
     */
    public TalentOutlook outlook(Dossier dossier) {
        return outlook(dossier, PolicyDossiers.of(dossier));
    }

    /**
     * Finds what follows from a dossier and its policy side.
     *
     * @param dossier the dossier
     * @param policy its policy side
     * @return what follows
     * @throws IllegalArgumentException if the policy side refers to a figure that is missing or has no number
     */
    public TalentOutlook outlook(Dossier dossier, PolicyDossier policy) {
        return outlook(dossier, Optional.of(policy));
    }

    private TalentOutlook outlook(Dossier dossier, Optional<PolicyDossier> policy) {
        List<Target> targets = policy.map(side -> side.targets(dossier, reading)).orElse(List.of()).stream()
                .filter(target -> target.kind() == TargetKind.LEVEL)
                .toList();
        TargetStudies studies = new TargetStudies(dossier, reading, losses);
        boolean isAssessable =
                targets.stream().anyMatch(target -> target.baseline().isPresent());
        return TalentOutlook.of(
                wholes(dossier),
                pyramid(dossier),
                targets.stream().flatMap(target -> studies.of(target).stream()).toList(),
                targets.isEmpty() || isAssessable ? Optional.empty() : Optional.of(NOT_ASSESSABLE));
    }

    private List<Conclusion> wholes(Dossier dossier) {
        List<Conclusion> wholes = new ArrayList<>();
        for (Subject subject : dossier.subjects()) {
            Optional<Operand> headcount = SubjectFigures.read(dossier, subject, "headcount", reading);
            Optional<Operand> share = SubjectFigures.read(dossier, subject, "employment-share", reading);
            Optional<Operand> density = SubjectFigures.read(dossier, subject, "employment-density", reading);
            if (headcount.isPresent() && share.isPresent()) {
                wholes.add(Conclusion.of(
                        subject.id() + ".employed-by-share",
                        Label.of("employed persons implied by the share", "按占比推算的就业人口"),
                        RATIOS.whole(headcount.get(), share.get(), Unit.count("employed"))));
            }
            if (headcount.isPresent() && density.isPresent()) {
                wholes.add(Conclusion.of(
                        subject.id() + ".employed-by-density",
                        Label.of("employed persons implied by the density", "按密度推算的就业人口"),
                        RATIOS.wholeOfDensity(headcount.get(), density.get())));
            }
        }
        return wholes;
    }

    private Optional<TargetPyramid> pyramid(Dossier dossier) {
        List<Figure> targets = dossier.figures().stream()
                .filter(figure -> figure.status() == Status.TARGET
                        && figure.indicator().id().equals("target-headcount")
                        && figure.printed().isPresent()
                        && figure.period().lastYear().isPresent())
                .sorted(Comparator.comparing(
                        figure -> figure.printed().orElseThrow().amount()))
                .toList();
        List<ReferencePeriod> periods =
                targets.stream().map(Figure::period).distinct().toList();
        if (targets.size() < 2 || periods.size() > 1) {
            return Optional.empty();
        }
        TalentPyramid pyramid = TalentPyramid.of(targets.stream()
                .map(figure -> TalentTier.of(figure.subject().name(), Operand.read(figure, reading)))
                .toList());
        return Optional.of(TargetPyramid.of(periods.get(0).lastYear().orElseThrow(), pyramid));
    }
}
