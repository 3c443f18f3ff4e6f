/** Industry tracks and the direction of what is measured of them. */
@NullMarked
@DomainStyle
package dev.saidao.core.indicator;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
