/** Indicators of industry tracks; so far the {@link dev.saidao.core.indicator.Track} itself. */
@NullMarked
@DomainStyle
package dev.saidao.core.indicator;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
