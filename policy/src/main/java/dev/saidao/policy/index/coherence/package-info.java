/**
 * Whether indicators go together: correlations, Cronbach's alpha, principal components. Columns come from
 * {@link dev.saidao.policy.index.IndicatorTable#complete} as they were given, or from
 * {@link dev.saidao.policy.index.CompositeResult#complete} as they were scored.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 4.
 */
@NullMarked
package dev.saidao.policy.index.coherence;

import org.jspecify.annotations.NullMarked;
