/**
 * A result and how it was obtained, from one computation.
 *
 * <p>An {@link dev.saidao.core.derivation.Operand} is a value with where it comes from; the {@link
 * dev.saidao.core.derivation.Evaluator} puts operands through a {@link dev.saidao.core.derivation.Formula} and returns a
 * {@link dev.saidao.core.derivation.Derived}, whose {@link dev.saidao.core.derivation.Derivation} is data: it prints in
 * English and Chinese and is written as versioned JSON.
 */
@NullMarked
@DomainStyle
package dev.saidao.core.derivation;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
