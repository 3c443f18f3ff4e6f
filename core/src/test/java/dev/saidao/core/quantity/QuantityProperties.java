package dev.saidao.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of quantities: text and back, an order within a unit, sums. */
class QuantityProperties {

    @Property
    void parse_isTheInverseOfToString(@ForAll("pairs") List<Quantity> pair) {
        assertThat(Quantity.parse(pair.get(0).toString())).isEqualTo(pair.get(0));
    }

    @Property
    void compareTo_agreesWithEquals_andTurnsRound(@ForAll("pairs") List<Quantity> pair) {
        int order = pair.get(0).compareTo(pair.get(1));

        assertThat(order == 0).isEqualTo(pair.get(0).equals(pair.get(1)));
        assertThat(Integer.signum(pair.get(1).compareTo(pair.get(0)))).isEqualTo(-Integer.signum(order));
        assertThat(Integer.signum(order))
                .isEqualTo(pair.get(0).value().subtract(pair.get(1).value()).signum());
    }

    @Property
    void total_ofPartsAndTheirOpposites_isNothing(@ForAll List<Integer> amounts) {
        List<Money> both = Stream.concat(Stream.of(0), amounts.stream())
                .map(amount -> Money.of(amount, "CNY"))
                .flatMap(money -> Stream.of(money, money.negated()))
                .toList();

        assertThat(Money.total(both)).isEqualTo(Money.of(0, "CNY"));
    }

    /** Two quantities of one unit, of every kind of unit; few numbers, so that equal ones are not rare. */
    @Provide
    Arbitrary<List<Quantity>> pairs() {
        Arbitrary<Unit> units = Arbitraries.of(
                Unit.parse("CNY"),
                Unit.parse("parks"),
                Unit.parse("persons per 10 000 employed"),
                Unit.SHARE,
                Unit.GROWTH_RATE,
                Unit.PERCENTAGE_POINTS,
                Unit.MULTIPLE,
                Unit.YEARS,
                Unit.CALENDAR_YEAR);
        return units.flatMap(
                unit -> numbers(unit.kind()).map(unit::quantity).list().ofSize(2));
    }

    private static Arbitrary<BigDecimal> numbers(Unit.Kind kind) {
        return kind == Unit.Kind.CALENDAR_YEAR
                ? Arbitraries.integers().between(1, 9999).map(BigDecimal::valueOf)
                : Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.TEN)
                        .ofScale(1);
    }
}
