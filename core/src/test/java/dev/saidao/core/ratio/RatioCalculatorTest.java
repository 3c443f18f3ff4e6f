package dev.saidao.core.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.Density;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMismatchException;
import dev.saidao.core.quantity.Years;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Expected numbers by hand from the figures of the page of 27 March 2026. */
class RatioCalculatorTest {

    private final RatioCalculator ratios = RatioCalculator.withDefaults();

    @Test
    void whole_ofTalentAndItsShare_isTheEmployedPopulation() {
        BoundedQuantity employed =
                ratios.whole(read("A-01"), read("A-02"), Unit.count("employed")).value();

        assertThat(employed.point()).contains(new BigDecimal("11250000"));
        assertThat(employed.unit()).hasToString("employed");
        // 2,245,000 / 0.205 and 2,255,000 / 0.195
        assertThat(employed.bounds().lower().orElseThrow())
                .isBetween(new BigDecimal("10951219.51"), new BigDecimal("10951219.52"));
        assertThat(employed.bounds().upper().orElseThrow())
                .isBetween(new BigDecimal("11564102.56"), new BigDecimal("11564102.57"));
    }

    @Test
    void wholeOfDensity_isTenTimesThatOfTheShare() {
        BoundedQuantity employed =
                ratios.wholeOfDensity(read("A-01"), read("A-03")).value();

        assertThat(employed.point()).contains(new BigDecimal("112500000"));
    }

    @Test
    void parks_beforeAndShare() {
        assertThat(ratios.openingStock(read("C-02"), read("C-01")).value()).hasToString("[40, 40] parks");
        assertThat(ratios.share(read("C-03"), read("C-02")).value()).hasToString("[0.140625, 0.140625] ratio");
        assertThat(ratios.part(read("C-02"), Operand.of(ratios.share(read("C-03"), read("C-02"))))
                        .value())
                .hasToString("[9, 9] parks");
    }

    @Test
    void mixedUnitsAndKinds_areRefused() {
        assertThatThrownBy(() -> ratios.share(read("C-03"), read("A-01")))
                .isInstanceOf(UnitMismatchException.class)
                .hasMessage("Units must be the same: parks and persons");
        assertThatThrownBy(() -> ratios.whole(read("C-03"), read("C-02"), Unit.count("parks")))
                .hasMessage("Share must be of kind share: parks");
    }

    @Test
    void operandsOfEveryMethod_areChecked() {
        Operand parks = Operand.of(Count.of(64, "parks"));
        Operand persons = Operand.of(Count.of(64, "persons"));
        Operand years = Operand.of(Years.of(1));

        assertThatThrownBy(() -> ratios.part(parks, parks)).hasMessage("Share must be of kind share: parks");
        assertThatThrownBy(() -> ratios.density(parks, years, 10))
                .hasMessage("Population must be of kind count: years");
        assertThatThrownBy(() -> ratios.wholeOfDensity(parks, parks))
                .hasMessage("Density must be of kind density: parks");
        assertThatThrownBy(() -> ratios.openingStock(parks, persons))
                .isInstanceOf(UnitMismatchException.class)
                .hasMessage("Units must be the same: parks and persons");
    }

    /** 1 / 3, rounded outward to five digits. */
    @Test
    void withDigits_roundsOutwardToThem() {
        assertThat(ratios.withDigits(5)
                        .share(Operand.of(Count.of(1, "parks")), Operand.of(Count.of(3, "parks")))
                        .value()
                        .bounds())
                .hasToString("(0.33333, 0.33334)");
    }

    @Test
    void proportion_inSmallestWholeNumbers() {
        assertThat(proportion("30", "300", "1500")).hasToString("[1, 10, 50]");
        assertThat(proportion("0.5", "1.25")).hasToString("[2, 5]");
        assertThat(proportion("0", "7")).hasToString("[0, 1]");
        assertThatThrownBy(() -> proportion("0", "0")).hasMessage("Sizes must not all be 0: [0, 0]");
        assertThatThrownBy(() -> proportion("1", "-2")).hasMessage("Size must be 0 or more: -2");
    }

    private static List<?> proportion(String... sizes) {
        return RatioCalculator.proportion(Stream.of(sizes).map(BigDecimal::new).toList());
    }

    private static Operand read(String id) {
        return Operand.read(Dossiers.of(2026).figure(id), ReadingConvention.withDefaults());
    }

    /** 2,250,000 of 11,250,000 by hand. */
    @Test
    void density_namesItsDenominator() {
        BoundedQuantity density = RatioCalculator.withDefaults()
                .density(
                        Operand.of(Count.of(2_250_000, "persons")),
                        Operand.of(Count.of(11_250_000, "employed")),
                        10_000)
                .value();

        assertThat(density)
                .isEqualTo(BoundedQuantity.exactly(Density.of(new BigDecimal("2000"), "persons", 10_000, "employed")));
        assertThatThrownBy(() -> RatioCalculator.withDefaults()
                        .density(Operand.of(Years.of(1)), Operand.of(Count.of(1, "employed")), 10_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Count must be of kind count: years");
    }
}
