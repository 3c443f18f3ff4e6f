package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.quantity.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlainFigureProperties {

    private static final List<Optional<Unit>> UNITS = Stream.concat(
                    Stream.of(
                            Unit.NUMBER,
                            Unit.SHARE,
                            Unit.GROWTH_RATE,
                            Unit.MULTIPLE,
                            Unit.YEARS,
                            Unit.CALENDAR_YEAR,
                            Unit.PERCENTAGE_POINTS),
                    Stream.of("CNY", "USD", "persons", "items", "GWh", "t", "persons per 10 000 employed")
                            .map(Unit::parse))
            .map(Optional::of)
            .toList();

    /** The short way reads nothing that the parser refuses, and nothing in another way. */
    @Property
    void find_isTheReadingOfTheParser(@ForAll("cells") String text) {
        for (Optional<Unit> unit :
                Stream.concat(Stream.of(Optional.<Unit>empty()), UNITS.stream()).toList()) {
            PlainFigure.find(text, unit)
                    .ifPresent(plain -> assertThat(plain)
                            .as("%s in %s", text, unit)
                            .isEqualTo(new FigureParser(text, unit, Optional.empty(), false).whole()));
        }
    }

    @Provide
    Arbitrary<String> cells() {
        Arbitrary<String> whole =
                Arbitraries.longs().between(0, 999_999_999_999L).map(String::valueOf);
        Arbitrary<String> years = Arbitraries.integers().between(1000, 2999).map(String::valueOf);
        Arbitrary<String> decimals =
                Arbitraries.strings().withChars("0123456789.").ofMinLength(1).ofMaxLength(9);
        Arbitrary<String> anything = Arbitraries.strings()
                .withChars("0123456789.,%- ")
                .ofMinLength(1)
                .ofMaxLength(7);
        return Arbitraries.oneOf(
                whole,
                years,
                decimals,
                decimals.map(text -> text + "%"),
                anything,
                decimals.map(text -> text + "万"),
                whole.map(text -> text + "亿"));
    }
}
