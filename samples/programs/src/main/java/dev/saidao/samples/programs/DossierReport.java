package dev.saidao.samples.programs;

import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Auditor;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Status;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.growth.DoublingMethod;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.growth.PeriodConvention;
import dev.saidao.core.indicator.Track;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.ratio.RatioCalculator;
import dev.saidao.forecasting.market.MarketOutlook;
import dev.saidao.forecasting.market.Projection;
import dev.saidao.forecasting.market.ProjectionCalculator;
import dev.saidao.policy.talent.TalentPyramid;
import dev.saidao.policy.talent.TalentTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What follows from the figures of a dossier, found by their indicators: an outlook where a track has a size, factors where
 * it has only a rate, wholes of shares, pyramids of targets, parks before the last year.
 */
final class DossierReport {

    private static final GrowthCalculator GROWTH = GrowthCalculator.withDefaults();
    private static final RatioCalculator RATIOS = RatioCalculator.withDefaults();
    private static final PeriodConvention PERIOD = PeriodConvention.FROM_FIRST_YEAR;

    /** A value that follows, with a name by which it can be found again. */
    record Value(String id, Label what, Derivation derivation) {}

    /** A track: its figures, the values worth a line, and the path over the years if there is one. */
    record TrackReport(Track track, List<Figure> figures, List<Value> values, Optional<Projection> path) {}

    /** A pyramid of targets with its proportion. */
    record PyramidReport(int year, TalentPyramid pyramid, String proportion) {}

    private final Dossier dossier;
    private final ReadingConvention reading;
    private final List<TrackReport> tracks;
    private final FanReport fans;
    private final Optional<ComparisonReport> comparison;
    private final AuditReport audit;
    private final AuditReport customaryAudit;
    private final PolicyReport policy;

    DossierReport(Dossier dossier, ReadingConvention reading) {
        this.dossier = dossier;
        this.reading = reading;
        this.tracks = dossier.tracks().stream().map(this::track).toList();
        this.audit = Auditor.withDefaults().audit(dossier.figures(), dossier.auditableRelations());
        this.customaryAudit = Auditor.withDefaults()
                .with(ReadingConvention.customary())
                .audit(dossier.figures(), dossier.auditableRelations());
        this.policy = new PolicyReport(dossier, reading);
        this.fans = FanReport.of(dossier, reading);
        this.comparison = ComparisonReport.of(dossier, reading);
    }

    /** What the policy side of the dossier promises, and what it takes. */
    PolicyReport policy() {
        return policy;
    }

    /** What the relations between the figures say, by the printed digits only. */
    AuditReport audit() {
        return audit;
    }

    /** The same read kindly. */
    AuditReport customaryAudit() {
        return customaryAudit;
    }

    Dossier dossier() {
        return dossier;
    }

    ReadingConvention reading() {
        return reading;
    }

    /** The tracks in their order. */
    List<TrackReport> tracks() {
        return tracks;
    }

    /** The markets of the tracks as fans, and where there are none. */
    FanReport fans() {
        return fans;
    }

    /** The tracks beside each other; none if no track has a figure with a number. */
    Optional<ComparisonReport> comparison() {
        return comparison;
    }

    private TrackReport track(Track track) {
        List<Figure> figures = dossier.figuresOf(track.subject());
        List<Figure> sizes = figures.stream().filter(DossierReport::isSize).toList();
        Optional<Figure> rate = figures.stream().filter(DossierReport::isRate).findFirst();
        Optional<Figure> spanned = rate.filter(figure -> figure.period().kind() == ReferencePeriod.Kind.SPAN);
        if (sizes.isEmpty()) {
            return new TrackReport(
                    track,
                    figures,
                    rate.map(figure -> ofRate(track.subject(), figure)).orElse(List.of()),
                    Optional.empty());
        }
        Projection path = ProjectionCalculator.withDefaults()
                .with(PERIOD)
                .projection(MarketOutlook.of(track.subject().name(), sizes, spanned, reading));
        List<Projection.Row> derived =
                path.rows().stream().filter(row -> row.derivation().isPresent()).toList();
        List<Value> values = new ArrayList<>();
        // the ends of the path tell it; the years between stand in its table
        if (!derived.isEmpty()) {
            values.add(ofRow(track.subject(), derived.get(0)));
            Projection.Row last = derived.get(derived.size() - 1);
            if (last.year() > sizes.get(0).period().lastYear().orElseThrow()) {
                values.add(ofRow(track.subject(), last));
            }
            if (!derived.get(0).size().isInformative()) {
                spanned.ifPresent(figure -> values.addAll(ofRate(track.subject(), figure)));
            }
        }
        return new TrackReport(track, figures, values, path.rows().size() > 1 ? Optional.of(path) : Optional.empty());
    }

    static boolean isSize(Figure figure) {
        return figure.printed()
                        .filter(number -> number.unit().kind() == Unit.Kind.MONEY)
                        .isPresent()
                && figure.period().lastYear().isPresent();
    }

    static boolean isRate(Figure figure) {
        return figure.printed()
                .filter(number -> number.unit().kind() == Unit.Kind.GROWTH_RATE)
                .isPresent();
    }

    /** What a rate without a size tells: by how much its years multiply, and how long it takes to double. */
    private List<Value> ofRate(Subject subject, Figure rate) {
        List<Value> values = new ArrayList<>();
        Operand operand = Operand.read(rate, reading);
        if (rate.period().kind() == ReferencePeriod.Kind.SPAN) {
            int steps = PERIOD.steps(rate.period());
            values.add(value(
                    subject.id() + ".factor",
                    Label.of("multiplied in " + steps + " years by", steps + "年增至原来的"),
                    GROWTH.growthFactor(operand, Operand.steps(steps, PERIOD.convention()))));
        }
        values.add(value(
                subject.id() + ".doubling",
                Label.of("doubles in", "翻一番需"),
                GROWTH.doublingTime(operand, DoublingMethod.COMPOUND)));
        return values;
    }

    static Value ofRow(Subject subject, Projection.Row row) {
        return new Value(
                subject.id() + "." + row.year(),
                Label.of("size in " + row.year(), row.year() + "年规模"),
                row.derivation().orElseThrow());
    }

    /** The wholes that shares and densities of talent imply. */
    List<Value> talent() {
        List<Value> values = new ArrayList<>();
        for (Subject subject : dossier.subjects()) {
            Optional<Operand> headcount = operand(subject, "headcount");
            Optional<Operand> share = operand(subject, "employment-share");
            Optional<Operand> density = operand(subject, "employment-density");
            if (headcount.isPresent() && share.isPresent()) {
                values.add(value(
                        subject.id() + ".employed-by-share",
                        Label.of("employed persons implied by the share", "按占比推算的就业人口"),
                        RATIOS.whole(headcount.get(), share.get(), Unit.count("employed"))));
            }
            if (headcount.isPresent() && density.isPresent()) {
                values.add(value(
                        subject.id() + ".employed-by-density",
                        Label.of("employed persons implied by the density", "按密度推算的就业人口"),
                        RATIOS.wholeOfDensity(headcount.get(), density.get())));
            }
        }
        return values;
    }

    /** The pyramid of the targets for headcounts, if there are two or more of one year. */
    Optional<PyramidReport> pyramid() {
        List<Figure> targets = dossier.figures().stream()
                .filter(figure -> figure.status() == Status.TARGET
                        && figure.indicator().id().equals("target-headcount")
                        && figure.printed().isPresent()
                        && figure.period().lastYear().isPresent())
                .sorted(Comparator.comparing(
                        figure -> figure.printed().orElseThrow().amount()))
                .toList();
        boolean sameYear = targets.stream().map(Figure::period).distinct().count() == 1;
        if (targets.size() < 2 || !sameYear) {
            return Optional.empty();
        }
        TalentPyramid pyramid = TalentPyramid.of(targets.stream()
                .map(figure -> TalentTier.of(figure.subject().name(), Operand.read(figure, reading)))
                .toList());
        String proportion = pyramid.proportion()
                .map(numbers ->
                        String.join(":", numbers.stream().map(Object::toString).toList()))
                .orElse("-");
        return Optional.of(new PyramidReport(targets.get(0).period().lastYear().orElseThrow(), pyramid, proportion));
    }

    /** Parks: what there was before the last year, and the shares of operators. */
    List<Value> parks() {
        List<Value> values = new ArrayList<>();
        for (Subject subject : dossier.subjects()) {
            Optional<Operand> added = operand(subject, "newly-certified");
            Optional<Operand> cumulative = operand(subject, "cumulative-certified");
            if (added.isEmpty() || cumulative.isEmpty()) {
                continue;
            }
            int year = dossier.figureOf(subject, "newly-certified")
                    .orElseThrow()
                    .period()
                    .lastYear()
                    .orElse(0);
            values.add(value(
                    subject.id() + ".before",
                    Label.of("certified before " + year, year + "年以前评定"),
                    RATIOS.openingStock(cumulative.get(), added.get())));
            for (Subject operator : dossier.subjects()) {
                Optional<Operand> own = operand(operator, "cumulative-certified");
                if (own.isPresent()
                        && !operator.equals(subject)
                        && operand(operator, "newly-certified").isEmpty()) {
                    values.add(value(
                            operator.id() + ".share",
                            Label.of(
                                    shown(own.get()) + " of " + shown(cumulative.get()) + " are "
                                            + operator.name().en(),
                                    operator.name().zh() + "占" + shown(cumulative.get()) + "家中的" + shown(own.get())
                                            + "家"),
                            RATIOS.share(own.get(), cumulative.get())));
                }
            }
        }
        return values;
    }

    /** Every value that follows from the figures, paths included, each once. */
    List<Value> allValues() {
        List<Value> all = new ArrayList<>();
        for (TrackReport track : tracks) {
            track.path()
                    .ifPresent(path -> path.rows().stream()
                            .filter(row -> row.derivation().isPresent())
                            .forEach(row -> all.add(ofRow(track.track().subject(), row))));
            track.values().stream()
                    .filter(value -> all.stream().noneMatch(other -> other.id().equals(value.id())))
                    .forEach(all::add);
        }
        all.addAll(talent());
        all.addAll(parks());
        all.addAll(policy.values());
        return all;
    }

    private static String shown(Operand operand) {
        return operand.value()
                .point()
                .map(BigDecimal::toPlainString)
                .orElse(operand.value().bounds().toString());
    }

    private Optional<Operand> operand(Subject subject, String indicator) {
        return dossier.figureOf(subject, indicator)
                .filter(figure -> figure.printed().isPresent())
                .map(figure -> Operand.read(figure, reading));
    }

    private static Value value(String id, Label what, Derived<BoundedQuantity> derived) {
        return new Value(id, what, derived.derivation());
    }
}
