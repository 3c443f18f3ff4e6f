package dev.saidao.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.Generators;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ReadingConventionProperties {

    private static final Unit USD = Unit.parse("USD");

    private final ReadingConvention defaults = ReadingConvention.withDefaults();

    @Property
    void whatWasRounded_isWithinWhatIsRead(
            @ForAll("amounts") BigDecimal truth,
            @ForAll @IntRange(max = 5) int decimals,
            @ForAll("roundings") RoundingMode mode) {
        String digits = truth.setScale(decimals, mode).toPlainString();

        assertThat(defaults.read(number(digits)).bounds().contains(truth)).isTrue();
    }

    @Property
    void whatWasCutOff_isWithinWhatIsReadAsCutOff(
            @ForAll("amounts") BigDecimal truth, @ForAll @IntRange(max = 5) int decimals) {
        String digits = truth.setScale(decimals, RoundingMode.DOWN).toPlainString();
        // a negative amount cut off to zero has lost its sign as well
        boolean signKept = truth.signum() >= 0 || new BigDecimal(digits).signum() < 0;

        assertThat(defaults.with(DigitConvention.TRUNCATED)
                        .read(number(digits))
                        .bounds()
                        .contains(truth))
                .isEqualTo(signKept);
    }

    @Property
    void reading_isNeverEmpty_andHoldsItsPoint(
            @ForAll("printed") PrintedNumber printed, @ForAll("conventions") ReadingConvention convention) {
        BoundedQuantity read = convention.read(printed);

        assertThat(read.bounds().isEmpty()).isFalse();
        assertThat(read.unit()).isEqualTo(printed.unit());
        read.point().ifPresent(point -> {
            assertThat(point).isEqualByComparingTo(printed.amount());
            assertThat(read.bounds().contains(point)).isTrue();
        });
        assertThat(convention.conventionsFor(printed)).isNotEmpty();
    }

    @Property
    void about_isWiderThanRounding_andNearlyIsItsLowerHalf(@ForAll("digits") String digits, @ForAll AboutWidth width) {
        ReadingConvention convention = defaults.with(width);
        PrintedNumber about = PrintedNumber.of(digits, UnitMultiplier.ONE, USD, Qualifier.ABOUT);
        PrintedNumber nearly = PrintedNumber.of(digits, UnitMultiplier.ONE, USD, Qualifier.NEARLY);

        assertThat(convention
                        .read(about)
                        .bounds()
                        .encloses(convention.read(number(digits)).bounds()))
                .isTrue();
        assertThat(convention
                        .read(about)
                        .bounds()
                        .encloses(convention.read(nearly).bounds()))
                .isTrue();
        assertThat(convention.read(nearly).bounds().contains(nearly.amount())).isFalse();
    }

    private static PrintedNumber number(String digits) {
        return PrintedNumber.of(digits, UnitMultiplier.ONE, USD, Qualifier.NONE);
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Generators.decimals("-100000", "100000");
    }

    @Provide
    Arbitrary<RoundingMode> roundings() {
        return Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.HALF_DOWN);
    }

    @Provide
    Arbitrary<String> digits() {
        return Generators.decimals("0", "100000").map(BigDecimal::toPlainString);
    }

    @Provide
    Arbitrary<PrintedNumber> printed() {
        return Generators.printed(List.of(UnitMultiplier.ONE, UnitMultiplier.WAN, UnitMultiplier.BILLION));
    }

    @Provide
    Arbitrary<ReadingConvention> conventions() {
        return Combinators.combine(
                        Arbitraries.of(DigitConvention.class),
                        Arbitraries.of(AboutWidth.class),
                        Arbitraries.of(HighestConvention.class),
                        Arbitraries.of(true, false))
                .as((digits, about, highest, whole) ->
                        defaults.with(digits).with(about).with(highest).withWhole(whole));
    }
}
