package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** An equation between members, solved for any of them. */
@FunctionalInterface
interface Equation {

    Bounds ZERO = Bounds.exactly(BigDecimal.ZERO);
    Bounds ONE = Bounds.exactly(BigDecimal.ONE);
    Bounds POSITIVE = Bounds.greaterThan(BigDecimal.ZERO);
    Bounds NOT_NEGATIVE = Bounds.atLeast(BigDecimal.ZERO);

    Bounds implied(int member, List<BoundedQuantity> members, BoundsArithmetic arithmetic);

    /** What becomes of a base that grows. */
    enum GrowthForm {
        /** end = base × (1 + rate)^years. */
        COMPOUND,
        /** end = base × (1 + rate × years). */
        LINEAR,
        /** end = base × rate^years. */
        RATE_IS_FACTOR,
        /** base + end = base × (1 + rate)^years. */
        END_IS_INCREASE
    }

    /** Growth of members base, end, rate, years. */
    static Equation growth(GrowthForm form) {
        return (member, members, arithmetic) -> {
            BoundsArithmetic finer = finer(arithmetic);
            Bounds base = members.get(0).bounds().intersection(POSITIVE);
            Bounds end = members.get(1).bounds().intersection(NOT_NEGATIVE);
            Bounds rate = members.get(2).bounds();
            Bounds years = members.get(3).bounds().intersection(POSITIVE);
            return switch (member) {
                case 0 ->
                    arithmetic.dividedBy(end, factor(form, rate, years, finer)).intersection(POSITIVE);
                case 1 ->
                    arithmetic.times(base, factor(form, rate, years, finer)).intersection(NOT_NEGATIVE);
                case 2 -> rate(form, finer.dividedBy(end, base), years, arithmetic);
                default -> years(form, finer.dividedBy(end, base), rate, arithmetic);
            };
        };
    }

    private static Bounds factor(GrowthForm form, Bounds rate, Bounds years, BoundsArithmetic arithmetic) {
        Bounds grown = arithmetic.plus(ONE, rate).intersection(NOT_NEGATIVE);
        return switch (form) {
            case COMPOUND -> power(grown, years, arithmetic);
            case LINEAR -> arithmetic.plus(ONE, arithmetic.times(rate, years)).intersection(NOT_NEGATIVE);
            case RATE_IS_FACTOR -> power(rate.intersection(NOT_NEGATIVE), years, arithmetic);
            case END_IS_INCREASE ->
                arithmetic.minus(power(grown, years, arithmetic), ONE).intersection(NOT_NEGATIVE);
        };
    }

    private static Bounds rate(GrowthForm form, Bounds ratio, Bounds years, BoundsArithmetic arithmetic) {
        BoundsArithmetic finer = finer(arithmetic);
        return switch (form) {
            case COMPOUND -> arithmetic.minus(root(ratio, years, finer), ONE);
            case LINEAR -> arithmetic.dividedBy(finer.minus(ratio, ONE), years);
            case RATE_IS_FACTOR -> root(ratio, years, arithmetic);
            case END_IS_INCREASE -> arithmetic.minus(root(finer.plus(ratio, ONE), years, finer), ONE);
        };
    }

    private static Bounds years(GrowthForm form, Bounds ratio, Bounds rate, BoundsArithmetic arithmetic) {
        Bounds admitted = Bounds.closed(BigDecimal.ZERO, BigDecimal.valueOf(BoundsArithmetic.MAX_EXPONENT));
        BoundsArithmetic finer = finer(arithmetic);
        return form == GrowthForm.COMPOUND
                ? arithmetic.exponentReverse(finer.plus(ONE, rate), ratio, admitted)
                : admitted;
    }

    private static Bounds power(Bounds x, Bounds years, BoundsArithmetic arithmetic) {
        if (years.isEmpty()) {
            return years;
        }
        if (years.upper().isEmpty()) {
            return NOT_NEGATIVE;
        }
        return years.singleValue()
                .map(exponent -> exponent.scale() == 0
                        ? arithmetic.power(x, exponent.intValueExact())
                        : arithmetic.power(x, exponent))
                .orElseGet(() -> arithmetic.power(x, years));
    }

    private static Bounds root(Bounds x, Bounds years, BoundsArithmetic arithmetic) {
        if (years.isEmpty()) {
            return years;
        }
        if (years.singleValue().filter(degree -> degree.scale() == 0).isPresent()) {
            return arithmetic.root(x, years.singleValue().get().intValueExact());
        }
        Bounds log = finer(arithmetic).log(x);
        Bounds roots = arithmetic.exp(finer(arithmetic).dividedBy(log, years));
        return x.contains(BigDecimal.ZERO) ? roots.hull(ZERO) : roots;
    }

    private static BoundsArithmetic finer(BoundsArithmetic arithmetic) {
        return arithmetic.withDigits(Math.min(2 * arithmetic.digits(), BoundsArithmetic.MAX_DIGITS));
    }

    /** A product of members x, y, factor: {@code y = x × (factor + offset)}. */
    static Equation product(int offset) {
        Bounds shift = Bounds.exactly(BigDecimal.valueOf(offset));
        return (member, members, arithmetic) -> {
            Bounds x = members.get(0).bounds();
            Bounds y = members.get(1).bounds();
            Bounds factor = arithmetic.plus(members.get(2).bounds(), shift);
            return switch (member) {
                case 0 -> arithmetic.timesReverse(factor, y, Bounds.all());
                case 1 -> arithmetic.times(x, factor);
                default -> arithmetic.minus(arithmetic.timesReverse(x, y, Bounds.all()), shift);
            };
        };
    }

    /** A density of members population, count, density: {@code count = population × density / n}. */
    static Equation density() {
        return (member, members, arithmetic) -> {
            Bounds n = Bounds.exactly(perN(members.get(2).unit()));
            Bounds population = members.get(0).bounds();
            Bounds scaled = finer(arithmetic).times(members.get(1).bounds(), n);
            Bounds density = members.get(2).bounds();
            return switch (member) {
                case 0 -> arithmetic.timesReverse(density, scaled, Bounds.all());
                case 1 -> arithmetic.dividedBy(finer(arithmetic).times(population, density), n);
                default -> arithmetic.timesReverse(population, scaled, Bounds.all());
            };
        };
    }

    /** A sum of members total, part, part…. */
    static Equation sum() {
        return (member, members, arithmetic) -> {
            Bounds result = member == 0 ? ZERO : members.get(0).bounds();
            for (int i = 1; i < members.size(); i++) {
                if (i != member) {
                    Bounds part = members.get(i).bounds();
                    result = member == 0 ? arithmetic.plus(result, part) : arithmetic.minus(result, part);
                }
            }
            return result;
        };
    }

    /** What a sum implies for every member, in time proportional to their number. */
    static List<Bounds> sums(List<BoundedQuantity> members, BoundsArithmetic arithmetic) {
        int size = members.size();
        List<Bounds> before = new ArrayList<>();
        Bounds running = ZERO;
        for (int i = 1; i < size; i++) {
            before.add(running);
            running = arithmetic.plus(running, members.get(i).bounds());
        }
        Bounds[] implied = new Bounds[size];
        implied[0] = running;
        Bounds after = ZERO;
        for (int i = size - 1; i >= 1; i--) {
            Bounds others = arithmetic.plus(before.get(i - 1), after);
            implied[i] = arithmetic.minus(members.get(0).bounds(), others);
            after = arithmetic.plus(members.get(i).bounds(), after);
        }
        return List.of(implied);
    }

    /** A cadence of members size, rounds, opening, target: {@code target ≤ opening + rounds × size}. */
    static Equation cadence() {
        return (member, members, arithmetic) -> {
            Bounds size = members.get(0).bounds().intersection(NOT_NEGATIVE);
            Bounds rounds = members.get(1).bounds().intersection(NOT_NEGATIVE);
            Bounds opening = members.get(2).bounds();
            Bounds target = members.get(3).bounds();
            return switch (member) {
                case 0 ->
                    andAbove(arithmetic.timesReverse(rounds, arithmetic.minus(target, opening), Bounds.all()))
                            .intersection(NOT_NEGATIVE);
                case 1 ->
                    andAbove(arithmetic.timesReverse(size, arithmetic.minus(target, opening), Bounds.all()))
                            .intersection(NOT_NEGATIVE);
                case 2 -> andAbove(arithmetic.minus(target, arithmetic.times(rounds, size)));
                default -> andBelow(arithmetic.plus(opening, arithmetic.times(rounds, size)));
            };
        };
    }

    private static Bounds andAbove(Bounds bounds) {
        if (bounds.isEmpty() || bounds.lower().isEmpty()) {
            return bounds.isEmpty() ? bounds : Bounds.all();
        }
        BigDecimal end = bounds.lower().get();
        return bounds.isLowerClosed() ? Bounds.atLeast(end) : Bounds.greaterThan(end);
    }

    private static Bounds andBelow(Bounds bounds) {
        if (bounds.isEmpty() || bounds.upper().isEmpty()) {
            return bounds.isEmpty() ? bounds : Bounds.all();
        }
        BigDecimal end = bounds.upper().get();
        return bounds.isUpperClosed() ? Bounds.atMost(end) : Bounds.lessThan(end);
    }

    /** Sizes that are to each other as the parts. */
    static Equation proportion(List<BigDecimal> parts) {
        return (member, members, arithmetic) -> {
            Bounds result = Bounds.all();
            for (int i = 0; i < members.size(); i++) {
                if (i != member) {
                    result = result.intersection(
                            scaled(members.get(i).bounds(), parts.get(member), parts.get(i), arithmetic));
                }
            }
            return result;
        };
    }

    /** One fact in several prints, of which shares and densities differ by their n. */
    static Equation same() {
        return (member, members, arithmetic) -> {
            Bounds result = Bounds.all();
            for (int i = 0; i < members.size(); i++) {
                if (i != member) {
                    result = result.intersection(scaled(
                            members.get(i).bounds(),
                            perN(members.get(member).unit()),
                            perN(members.get(i).unit()),
                            arithmetic));
                }
            }
            return result;
        };
    }

    private static Bounds scaled(Bounds bounds, BigDecimal part, BigDecimal other, BoundsArithmetic arithmetic) {
        return part.compareTo(other) == 0
                ? bounds
                : arithmetic.dividedBy(finer(arithmetic).times(bounds, Bounds.exactly(part)), Bounds.exactly(other));
    }

    private static BigDecimal perN(Unit unit) {
        return unit.per().map(BigDecimal::valueOf).orElse(BigDecimal.ONE);
    }
}
