package dev.saidao.core.audit;

import dev.saidao.core.derivation.Operand;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.Relation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What becomes of a relation, and of those beside it, when a figure is changed. */
final class Neighbours {

    /** A figure with more relations than these is held against the first of them only. */
    private static final int MOST = 50;

    private final Network network;
    private final Deriver deriver;

    /**
     * Looks at a network.
     *
     * @param network the relations
     * @param deriver what follows of the other figures
     */
    Neighbours(Network network, Deriver deriver) {
        this.network = network;
        this.deriver = deriver;
    }

    /** A relation after a figure behind one of its members was changed, by some relations only. */
    Case after(int r, Set<Integer> relations, int figure, Evidence changed) {
        Network part = part(relations, figure, changed);
        Deriver changedDeriver = new Deriver(
                part, index -> Operand.of(part.printed(index).orElseThrow().possible()));
        changedDeriver.run(all(part));
        int own = 0;
        while (!part.relation(own).id().equals(network.relation(r).id())) {
            own++;
        }
        return changedDeriver.caseOf(own);
    }

    /**
     * Whether a change of a figure leaves room for what hangs on it: for the relation that it repairs and those behind it, all
     * together, and for those beside it that could be true without the change.
     *
     * @param r the relation that the change repairs
     * @param behind the relations from which its members follow
     * @param figure the figure
     * @param changed the figure after the change
     */
    boolean canStand(int r, Set<Integer> behind, int figure, Evidence changed) {
        Set<Integer> together = new TreeSet<>(behind);
        together.add(r);
        int[] beside = network.relationsOf(figure);
        for (int i = 0; i < Math.min(beside.length, MOST); i++) {
            Case one = network.isUsable(beside[i]) ? deriver.caseOf(beside[i]) : null;
            if (one != null && one.canBe()) {
                if (isAlike(figure, changed)
                        && network.arePrinted(beside[i])
                        && !with(one, beside[i], figure, changed).canBe()) {
                    return false;
                }
                together.add(beside[i]);
            }
        }
        if (together.size() == 1) {
            return true;
        }
        Network part = part(together, figure, changed);
        for (int[] component : part.components()) {
            Propagation propagation = new Propagation(part, component, Map.of(), work -> {});
            if (!propagation.runAll().isConsistent()) {
                return false;
            }
        }
        return true;
    }

    private boolean isAlike(int figure, Evidence changed) {
        return network.unit(figure).filter(changed.unit()::equals).isPresent();
    }

    /** A relation with a figure changed. */
    private Case with(Case one, int r, int figure, Evidence changed) {
        Map<String, Evidence> members = new LinkedHashMap<>(one.members());
        for (int i = 0; i < network.members(r).length; i++) {
            if (network.members(r)[i] == figure) {
                members.put(network.roles(r).get(i), changed);
            }
        }
        return new Case(one.relation(), members, one.isRough());
    }

    private Network part(Set<Integer> relations, int figure, Evidence changed) {
        List<Relation> some = relations.stream().map(network::relation).toList();
        Map<String, Evidence> evidence = new HashMap<>();
        Map<String, Unit> units = new HashMap<>();
        for (Relation relation : some) {
            for (Member member : relation.members()) {
                member.figure().ifPresent(id -> {
                    int index = network.index(id);
                    network.unit(index).ifPresent(unit -> units.put(id, unit));
                    network.printed(index).ifPresent(known -> evidence.put(id, known));
                });
            }
        }
        evidence.put(network.figure(figure), changed);
        return new Network(some, evidence, units, true);
    }

    private static int[] all(Network part) {
        int[] all = new int[part.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return all;
    }
}
