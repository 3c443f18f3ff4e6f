/**
 * Where weights come from: scores ({@link dev.saidao.policy.index.weighting.WeightCalculator}), or judgements
 * ({@link dev.saidao.policy.index.weighting.PairwiseComparison},
 * {@link dev.saidao.policy.index.weighting.BudgetAllocation}), which go into a framework by
 * {@link dev.saidao.policy.index.IndicatorFramework#weighted}.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6.
 */
@NullMarked
package dev.saidao.policy.index.weighting;

import org.jspecify.annotations.NullMarked;
