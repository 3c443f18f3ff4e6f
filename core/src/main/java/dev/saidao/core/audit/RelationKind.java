package dev.saidao.core.audit;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.internal.Codes;
import java.util.Arrays;
import java.util.List;

/** The relations of this library, with their equations in the roles of their members. */
public enum RelationKind {
    /** {@code end = base × (1 + rate)^years}; the rate is judged. */
    GROWTH("compound growth", "复合增长", "end = base × (1 + rate)^years", "rate", "base", "end", "rate", "years"),
    /** {@code total = part1 + part2 + …}; the total is judged. The total of shares is the constant 1. */
    SUM("sum of parts", "分项之和", "total = part1 + part2 + …", "total", "total"),
    /** {@code part = whole × share}; the share is judged. */
    SHARE("share of a whole", "占比", "part = whole × share", "share", "whole", "part", "share"),
    /** {@code count = population × density / n}, with n the "per n" of the density; the density is judged. */
    DENSITY(
            "density per n",
            "每n人中的数量",
            "count = population × density / n",
            "density",
            "population",
            "count",
            "density"),
    /** {@code cumulative = previous + added}; the cumulative number is judged. */
    CUMULATIVE(
            "cumulative number",
            "累计数",
            "cumulative = previous + added",
            "cumulative",
            "cumulative",
            "previous",
            "added"),
    /** {@code current = previous × (1 + rate)}; the rate is judged. */
    STEP("year-on-year step", "同比增长", "current = previous × (1 + rate)", "rate", "previous", "current", "rate"),
    /** {@code value = base × multiple} (为N倍); the multiple is judged. */
    MULTIPLE("multiple", "倍数", "value = base × multiple", "multiple", "base", "value", "multiple"),
    /** {@code target ≤ opening + rounds × size}; the target is judged. */
    CADENCE(
            "cadence against a target",
            "周期遴选与目标",
            "target ≤ opening + rounds × size",
            "target",
            "size",
            "rounds",
            "opening",
            "target"),
    /** Sizes are to each other as the numbers in their roles; the last is judged. */
    RATIO_CHAIN("ratio chain", "连比", "size1 : size2 : … = part1 : part2 : …", ""),
    /** {@code equivalent = amount × rate}, in two currencies; the equivalent is judged. */
    CURRENCY(
            "currency equivalence", "币种换算", "equivalent = amount × rate", "equivalent", "amount", "equivalent", "rate"),
    /** One fact printed more than once, shares and densities included; the last is judged. */
    SAME("the same fact", "同一事实", "number1 = number2 = …", "");

    private final Formula formula;
    private final String judged;
    private final List<String> roles;

    RelationKind(String en, String zh, String equation, String judged, String... roles) {
        this.formula = Formula.of("relation." + code(), Label.of(en, zh), equation, "definition");
        this.judged = judged;
        this.roles = List.of(roles);
    }

    /** {@return the name and the equation} */
    public Formula formula() {
        return formula;
    }

    /** {@return the name for files, such as {@code ratio-chain}} */
    public String code() {
        return Codes.ofName(name());
    }

    /** {@return the roles that every such relation has, in their order; a sum has parts besides, some have others only} */
    public List<String> roles() {
        return roles;
    }

    /** The role whose print is judged; empty for the last one. */
    String judged() {
        return judged;
    }

    /**
     * Returns a kind by its name for files.
     *
     * @param code such as {@code ratio-chain}
     * @return the kind
     * @throws IllegalArgumentException if there is none
     */
    public static RelationKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Kind must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(RelationKind::code).toList()) + ": " + code));
    }
}
