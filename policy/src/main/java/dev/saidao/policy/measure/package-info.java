/**
 * What policy documents provide (政策措施): their measures by instrument and stage, the rules by which people are recognized, the
 * parameters that change over the years, and the certification of parks.
 *
 * <p>Rules are data that can be evaluated:
 *
 * <pre>{@code
 * Recognition recognition = rule.evaluate(Map.of("key-field", "yes", "outstanding-skill", "yes", "outstanding-results", "no"));
 * recognition.outcome();      // NOT_GRANTED
 * recognition.reason().en();  // "not granted: outstanding results must be yes: no"
 * }</pre>
 */
@NullMarked
@DomainStyle
package dev.saidao.policy.measure;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
