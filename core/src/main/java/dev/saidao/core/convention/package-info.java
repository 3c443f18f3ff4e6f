/**
 * What every other package names its results by: a {@link dev.saidao.core.convention.Convention} that a result depends on, and
 * a {@link dev.saidao.core.convention.Label} that reads in English and in Chinese.
 */
@NullMarked
@DomainStyle
package dev.saidao.core.convention;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
