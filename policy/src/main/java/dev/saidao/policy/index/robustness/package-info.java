/**
 * How far the ranks of a composite index rest on the choices behind it, and why they changed from one result to another.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 8.
 */
@NullMarked
@DomainStyle
package dev.saidao.policy.index.robustness;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
