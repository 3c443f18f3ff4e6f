package dev.saidao.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.Generators;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Status;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.quantity.Money;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** JSON in and out changes nothing. */
class SaidaoJsonProperties {

    @Property
    void printedNumbersAndQuantities_comeBackEqual(@ForAll("printed") PrintedNumber printed) {
        Quantity value = printed.value();

        assertThat(SaidaoJson.read(SaidaoJson.write(printed), PrintedNumber.class))
                .isEqualTo(printed);
        assertThat(SaidaoJson.read(SaidaoJson.write(value), Quantity.class)).isEqualTo(value);
        assertThat((Object) SaidaoJson.read(SaidaoJson.write(value), typeOf(value)))
                .isEqualTo(value);
    }

    @Property
    void boundedQuantities_comeBackEqual(@ForAll("bounds") Bounds bounds, @ForAll("units") Unit unit) {
        BoundedQuantity quantity = bounds.midpoint()
                .map(point -> BoundedQuantity.of(unit, bounds, point))
                .orElse(BoundedQuantity.of(unit, bounds));

        assertThat(SaidaoJson.read(SaidaoJson.write(quantity), BoundedQuantity.class))
                .isEqualTo(quantity);
    }

    @Property
    void figures_comeBackEqual_whateverTheirTexts(
            @ForAll("printed") PrintedNumber printed,
            @ForAll("texts") String text,
            @ForAll Status status,
            @ForAll @IntRange(min = 1, max = 9998) int year) {
        Figure figure = Figure.builder()
                .id("X-1")
                .subject(Subject.of("a", Label.of(text, text + "!")))
                .indicator(Indicator.of("b", Label.same(text)))
                .asPublished(text)
                .printed(printed)
                .period(ReferencePeriod.span(year, year + 1).stated(text))
                .status(status)
                .source(Source.of("c", Label.same(text), Label.same(text), LocalDate.of(year, 1, 31)))
                .locator(text)
                .addItems(Label.same(text))
                .note(Label.same(text))
                .build();

        assertThat(SaidaoJson.read(SaidaoJson.write(figure), Figure.class)).isEqualTo(figure);
    }

    /** {@code Quantity.parse} reads it; a document has one form for each value, which its schema gives. */
    @Example
    void read_codeOfACurrencyInFront_isRefused() {
        assertThat(SaidaoJson.read("\"5 CNY\"", Money.class)).isEqualTo(Money.of(5, "CNY"));
        assertThatThrownBy(() -> SaidaoJson.read("\"CNY 5\"", Money.class))
                .isInstanceOf(JsonReadException.class)
                .hasMessageContaining("Quantity must be a number, a space and a unit: CNY 5");
    }

    /** What a document is refused with quotes tokens, names and values of it, and steers no terminal and no log all the same. */
    @Property
    void refusals_areOneLine(@ForAll("odd") String odd, @ForAll @IntRange(max = 4) int place) {
        String json = switch (place) {
            case 0 -> "tru" + odd + "e";
            case 1 -> "{\"" + odd + "\": 1}";
            case 2 -> "{\"id\": " + odd + "}";
            case 3 -> "{\"id\": \"" + odd + "\", \"id\": 2}";
            default -> odd;
        };

        assertThatThrownBy(() -> SaidaoJson.read(json, Figure.class))
                .isInstanceOf(JsonReadException.class)
                .hasMessageMatching("[^\\p{Cc}\\p{Zl}\\p{Zp}]+");
    }

    @Provide
    Arbitrary<String> odd() {
        return Arbitraries.of(
                        "a", "\u0000", "\u0004", "\u001b[31m", "\u0085", "\u2028", "\n", "\r", "\\u001b", "\\n", "ŀ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    private static Class<? extends Quantity> typeOf(Quantity quantity) {
        return quantity.getClass().getSuperclass().asSubclass(Quantity.class);
    }

    @Provide
    Arbitrary<PrintedNumber> printed() {
        return Generators.printed(
                List.of(UnitMultiplier.ONE, UnitMultiplier.WAN, UnitMultiplier.YI, UnitMultiplier.BILLION));
    }

    @Provide
    Arbitrary<Bounds> bounds() {
        return Arbitraries.oneOf(Generators.bounds("-1000", "1000"), Arbitraries.just(Bounds.empty()));
    }

    @Provide
    Arbitrary<Unit> units() {
        return Arbitraries.of("CNY", "ratio", "per year", "parks", "persons per 1 000 000 employed")
                .map(Unit::parse);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> !text.isBlank() && text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    }
}
