package dev.saidao.core.relation;

import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is known of the units of the members of a relation. An {@link Equation} checks and completes them:
 *
 * <pre>{@code units.alike("base", "end").of("rate", Unit.GROWTH_RATE).of("years", Unit.YEARS)}</pre>
 *
 * <p>Units that differ are never computed with, unless they measure the same and are converted, such as MW and GW. Counts are
 * alike if they count the same: companies and enterprises are not. What
 * a number without a noun counts ({@code items}) is like any other count. A part may have another noun than its whole (of the
 * persons of a city so many employed), and the members of a ratio of counts may: they are {@linkplain #comparable comparable}.
 *
 * <p>Immutable; every method returns the units with what it adds.
 *
 * @since 0.1
 */
public final class Units {

    private static final Unit UNNAMED = Unit.count("items");

    private final List<String> roles;
    private final List<Optional<Unit>> units;

    private Units(List<String> roles, List<Optional<Unit>> units) {
        this.roles = roles;
        this.units = units;
    }

    /**
     * Returns units.
     *
     * @param roles the roles of the members, each once
     * @param units as many units, as far as they are known
     * @return the units
     */
    public static Units of(List<String> roles, List<Optional<Unit>> units) {
        return new Units(roles, units);
    }

    /** {@return the roles of the members, in their order} */
    public List<String> roles() {
        return roles;
    }

    /** {@return what is known, in the order of the roles} */
    public List<Optional<Unit>> all() {
        return units;
    }

    /**
     * Returns the unit of a member.
     *
     * @param role its role
     * @return the unit, if it is known
     * @throws IllegalArgumentException if there is no such role
     */
    public Optional<Unit> of(String role) {
        return units.get(place(role));
    }

    /**
     * Lets members have one unit.
     *
     * @param alike the roles of the members
     * @return the units, with that of those whose unit is known for those whose unit is not
     * @throws UnitMisfitException if two of the known ones differ
     */
    public Units alike(String... alike) {
        return alike(Arrays.stream(alike).mapToInt(this::place).toArray());
    }

    /**
     * Lets all members have one unit.
     *
     * @return the units, with that of those whose unit is known for those whose unit is not
     * @throws UnitMisfitException if two of the known ones differ
     */
    public Units allAlike() {
        return alike(IntStream.range(0, roles.size()).toArray());
    }

    /**
     * Lets members have one unit, or be counts of whatever they count.
     *
     * @param comparable the roles of the members
     * @return the units, with the first that is known for those whose unit is not
     * @throws UnitMisfitException if two of the known ones differ that are not both counts
     */
    public Units comparable(List<String> comparable) {
        Optional<Unit> first = Optional.empty();
        Units completed = this;
        for (String role : comparable) {
            Optional<Unit> unit = of(role);
            boolean counts = isCount(first) && isCount(unit);
            if (first.isPresent() && unit.isPresent() && !counts) {
                requireSame(first.get(), unit.get());
            }
            first = first.or(() -> unit);
        }
        for (String role : comparable) {
            completed = first.isPresent() ? completed.orElse(role, first.get()) : completed;
        }
        return completed;
    }

    static boolean isCount(Optional<Unit> unit) {
        return unit.isPresent() && unit.get().kind() == Unit.Kind.COUNT;
    }

    /**
     * Lets all members have one unit, or one of them be in percentage points where the others are shares or rates.
     *
     * @param added the role of that one; if its unit is not known, it is in points beside a share or a rate
     * @return the units, with those that follow
     * @throws UnitMisfitException if two of the known ones do not go together
     */
    public Units alikeOrPoints(String added) {
        int place = place(added);
        int[] others = IntStream.range(0, roles.size()).filter(i -> i != place).toArray();
        List<Unit> known = Arrays.stream(others)
                .mapToObj(units::get)
                .flatMap(Optional::stream)
                .toList();
        boolean fractions = known.stream().anyMatch(Conversion::isFraction)
                || (known.isEmpty() && of(added).filter(Conversion::isPoints).isPresent());
        if (!fractions) {
            return allAlike();
        }
        Units completed = this;
        for (int other : others) {
            completed = completed.of(roles.get(other), Unit.SHARE, Unit.Kind.GROWTH_RATE);
        }
        return completed.of(added, Unit.PERCENTAGE_POINTS, Unit.Kind.SHARE, Unit.Kind.GROWTH_RATE);
    }

    private Units alike(int... places) {
        Optional<Unit> common = Optional.empty();
        for (int place : places) {
            Optional<Unit> unit = units.get(place);
            common = common.isPresent() && unit.isPresent()
                    ? Optional.of(common(common.get(), unit.get()))
                    : common.or(() -> unit);
        }
        if (common.isEmpty()) {
            return this;
        }
        List<Optional<Unit>> completed = new ArrayList<>(units);
        for (int place : places) {
            if (completed.get(place).isEmpty()) {
                completed.set(place, common);
            }
        }
        return new Units(roles, completed);
    }

    private static Unit common(Unit one, Unit other) {
        boolean counts = isCount(Optional.of(one)) && isCount(Optional.of(other));
        if (counts && one.equals(UNNAMED)) {
            return other;
        }
        if (!(counts && other.equals(UNNAMED))) {
            requireSame(one, other);
        }
        return one;
    }

    private static void requireSame(Unit one, Unit other) {
        if (!Conversion.isPossible(one, other)) {
            throw new UnitMisfitException(
                    Label.of("Units must be the same: " + one + " and " + other, "单位须相同:" + one + " 与 " + other));
        }
    }

    /**
     * Lets a member have a unit of some kinds.
     *
     * @param role its role
     * @param first a kind that it may be of, which the message names
     * @param others further kinds that it may be of
     * @return the same units
     * @throws UnitMisfitException if its unit is known and of another kind; the message names role and unit
     */
    public Units require(String role, Unit.Kind first, Unit.Kind... others) {
        Optional<Unit> unit = of(role).filter(
                        known -> known.kind() != first && !Arrays.asList(others).contains(known.kind()));
        if (unit.isPresent()) {
            throw new UnitMisfitException(Label.of(
                    "Unit of " + role + " must be of kind "
                            + first.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + unit.get(),
                    role + " 的单位须为" + inChinese(first) + ":" + unit.get()));
        }
        return this;
    }

    private static String inChinese(Unit.Kind kind) {
        return switch (kind) {
            case MONEY -> "金额";
            case COUNT -> "数量";
            case SHARE -> "占比";
            case DENSITY -> "密度";
            case GROWTH_RATE -> "增长率";
            case PERCENTAGE_POINTS -> "百分点";
            case MULTIPLE -> "倍数";
            case YEARS -> "年数";
            case CALENDAR_YEAR -> "年份";
            case PHYSICAL -> "计量";
            case NUMBER -> "无单位数";
        };
    }

    /**
     * Gives a member a unit if it has none.
     *
     * @param role its role
     * @param unit the unit
     * @return the units
     */
    public Units orElse(String role, Unit unit) {
        int place = place(role);
        List<Optional<Unit>> completed = new ArrayList<>(units);
        completed.set(place, completed.get(place).or(() -> Optional.of(unit)));
        return new Units(roles, completed);
    }

    /**
     * Lets a member have a unit of the kind of another, which it gets if it has none.
     *
     * @param role its role
     * @param unit the unit
     * @param others further kinds that it may be of
     * @return the units
     * @throws UnitMisfitException if its unit is known and of another kind
     */
    public Units of(String role, Unit unit, Unit.Kind... others) {
        return require(role, unit.kind(), others).orElse(role, unit);
    }

    private int place(String role) {
        int place = roles.indexOf(role);
        if (place < 0) {
            throw new IllegalArgumentException("Role must be one of " + String.join(", ", roles) + ": " + role);
        }
        return place;
    }
}
