package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What comes of the relations of a component together.
 *
 * @param bounds what they leave of each figure, by its id, where that is something; empty if there are conflicts
 * @param conflicts the figures that cannot all be true
 * @param stoppedEarly whether more could have been found
 */
record Settlement(Supplier<Map<String, BoundedQuantity>> bounds, List<Conflict> conflicts, boolean stoppedEarly) {}
