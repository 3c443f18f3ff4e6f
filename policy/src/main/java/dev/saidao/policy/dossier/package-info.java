/** The policy side of a dossier: its targets, documents, measures, parameters and park certifications, by the ids of its figures. */
@NullMarked
@DomainStyle
package dev.saidao.policy.dossier;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
