package dev.saidao.samples.programs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.indicator.Track;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.forecasting.dossier.TrackFans;
import dev.saidao.policy.dossier.ComparisonSummary;
import dev.saidao.policy.dossier.PolicyDossier;
import dev.saidao.policy.dossier.TargetStudy;
import java.util.List;

/**
 * What stands in {@code dossier.json}: the dossier, and every value that follows with its derivation. What is empty is written
 * too, so that a report can be read again.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DossierJson(
        String format,
        String id,
        Label title,
        ReadingConvention reading,
        List<Source> sources,
        List<Subject> subjects,
        List<Indicator> indicators,
        List<Track> tracks,
        List<Figure> figures,
        List<FigureRelation> relations,
        List<Conclusion> derived,
        AuditReport audit,
        List<ComparisonSummary> comparison,
        List<TrackFans> fans,
        List<PolicyDossier> policy,
        List<TargetStudy> studies) {

    static final String FORMAT = "saidao-dossier-report/1";

    static DossierJson of(DossierReport report) {
        Dossier dossier = report.dossier();
        return new DossierJson(
                FORMAT,
                dossier.id(),
                dossier.title(),
                report.reading(),
                dossier.sources(),
                dossier.subjects(),
                dossier.indicators(),
                dossier.tracks(),
                dossier.figures(),
                dossier.relations(),
                report.everyConclusion(),
                report.audit(),
                report.comparison().stream().toList(),
                dossier.tracks().isEmpty() ? List.of() : List.of(report.fans()),
                report.policy().stream().toList(),
                report.talent().studies());
    }

    /** The dossier that was reported on. */
    Dossier dossier() {
        return Dossier.builder()
                .id(id)
                .title(title)
                .addAllSources(sources)
                .addAllSubjects(subjects)
                .addAllIndicators(indicators)
                .addAllTracks(tracks)
                .addAllFigures(figures)
                .addAllRelations(relations)
                .build();
    }
}
