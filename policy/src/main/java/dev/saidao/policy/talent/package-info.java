/** Talent by tiers (人才梯队): how many each tier has or is to have, and the proportion between them. */
@NullMarked
@DomainStyle
package dev.saidao.policy.talent;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
