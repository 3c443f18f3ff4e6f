package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Sizes that are to each other as the numbers in their roles (连比), such as 1 : 10 : 50; the last is judged.
 *
 * <p>Counts may be of different things, such as teachers and students.
 */
final class ProportionEquation extends Equation {

    static final ProportionEquation INSTANCE = new ProportionEquation();

    private ProportionEquation() {
        super("ratio-chain", Label.of("ratio chain", "连比"), "size1 : size2 : … = part1 : part2 : …", "");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void check(List<Member> members) {
        for (Member member : members) {
            if (Decimals.parse(member.role(), "Role in a ratio chain").signum() <= 0) {
                throw new IllegalArgumentException("Role in a ratio chain must be a positive number: " + member.role());
            }
        }
    }

    @Override
    public Units units(Units known) {
        return known.comparable(known.roles());
    }

    @Override
    public Bounds solve(String role, Terms given, BoundsArithmetic arithmetic) {
        Terms terms = Conversion.alike(given, role, arithmetic.finer());
        Bounds part = part(role);
        Bounds common = Bounds.all();
        for (String other : terms.names()) {
            if (!other.equals(role)) {
                common = common.intersection(SameEquation.scaled(terms.bounds(other), part, part(other), arithmetic));
            }
        }
        return common;
    }

    @Override
    public List<LinearForm> linear(Set<String> unknown, Terms terms, BoundsArithmetic arithmetic) {
        return SameEquation.proportions(unknown, terms, ProportionEquation::part, arithmetic);
    }

    private static Bounds part(String role) {
        return Bounds.exactly(new BigDecimal(role));
    }
}
