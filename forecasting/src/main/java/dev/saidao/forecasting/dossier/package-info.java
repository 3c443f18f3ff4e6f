/**
 * What the figures of a dossier say of its tracks: an outlook where there is a size, factors where there is only a rate, a fan
 * where the bounds allow one.
 *
 * <p>{@link dev.saidao.forecasting.dossier.TrackOutlookCalculator} gives a {@link dev.saidao.forecasting.dossier.TrackOutlook}
 * for each track, {@link dev.saidao.forecasting.dossier.TrackFanCalculator} the {@link
 * dev.saidao.forecasting.dossier.TrackFans fans}. Both know the figures of a track by what they are: an amount of money with a
 * year is a size, a growth rate is a rate. Nothing is said of years that no source spoke of.
 */
@NullMarked
@DomainStyle
package dev.saidao.forecasting.dossier;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
