/**
 * Rankings: which rank equal scores get ({@link dev.saidao.policy.index.ranking.TieRule}), and rankings by what is preferred to
 * what ({@link dev.saidao.policy.index.ranking.PreferenceProfile}: Borda, Copeland, Condorcet, Kemeny).
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 7.
 */
@NullMarked
@DomainStyle
package dev.saidao.policy.index.ranking;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
