/**
 * The policy side of a dossier: its targets, documents, measures, parameters and park certifications, by the ids of its figures; and
 * what follows from the figures for talent ({@link dev.saidao.policy.dossier.TalentOutlookCalculator}), parks ({@link
 * dev.saidao.policy.dossier.ParkShareCalculator}) and the order of the tracks ({@link dev.saidao.policy.dossier.TrackComparison}).
 */
@NullMarked
@DomainStyle
package dev.saidao.policy.dossier;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
