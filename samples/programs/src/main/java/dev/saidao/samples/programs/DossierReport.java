package dev.saidao.samples.programs;

import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Auditor;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.forecasting.dossier.TrackFanCalculator;
import dev.saidao.forecasting.dossier.TrackFans;
import dev.saidao.forecasting.dossier.TrackOutlook;
import dev.saidao.forecasting.dossier.TrackOutlookCalculator;
import dev.saidao.policy.dossier.ComparisonSummary;
import dev.saidao.policy.dossier.ParkShareCalculator;
import dev.saidao.policy.dossier.PolicyDossier;
import dev.saidao.policy.dossier.PolicyDossiers;
import dev.saidao.policy.dossier.TalentOutlook;
import dev.saidao.policy.dossier.TalentOutlookCalculator;
import dev.saidao.policy.dossier.TrackComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is reported of a dossier.
 *
 * @param dossier the dossier
 * @param reading how its figures were read
 * @param tracks what follows for each track
 * @param fans the markets of the tracks as fans
 * @param comparison the tracks beside each other; none if no track has a figure with a number
 * @param talent what follows for talent
 * @param parks what follows for parks
 * @param policy the policy side, if the dossier has one
 * @param audit what the relations between the figures say, by the printed digits only
 * @param customaryAudit the same read kindly
 */
record DossierReport(
        Dossier dossier,
        ReadingConvention reading,
        List<TrackOutlook> tracks,
        TrackFans fans,
        Optional<ComparisonSummary> comparison,
        TalentOutlook talent,
        List<Conclusion> parks,
        Optional<PolicyDossier> policy,
        AuditReport audit,
        AuditReport customaryAudit) {

    static DossierReport of(Dossier dossier, ReadingConvention reading) {
        return new DossierReport(
                dossier,
                reading,
                TrackOutlookCalculator.withDefaults().with(reading).outlooks(dossier),
                TrackFanCalculator.withDefaults().with(reading).fans(dossier),
                TrackComparison.isPossible(dossier)
                        ? Optional.of(TrackComparison.of(dossier, reading).summary())
                        : Optional.empty(),
                TalentOutlookCalculator.withDefaults().with(reading).outlook(dossier),
                ParkShareCalculator.withDefaults().with(reading).conclusions(dossier),
                PolicyDossiers.of(dossier),
                Auditor.withDefaults().audit(dossier.figures(), dossier.auditableRelations()),
                Auditor.withDefaults()
                        .with(ReadingConvention.customary())
                        .audit(dossier.figures(), dossier.auditableRelations()));
    }

    /** Every value that follows from the figures, each once. */
    List<Conclusion> everyConclusion() {
        List<Conclusion> every = new ArrayList<>();
        tracks.forEach(track -> every.addAll(track.everyConclusion()));
        every.addAll(talent.wholes());
        every.addAll(parks);
        talent.studies().forEach(study -> every.addAll(study.values()));
        return every;
    }
}
