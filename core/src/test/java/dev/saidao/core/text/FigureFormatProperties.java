package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.Generators;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class FigureFormatProperties {

    @Property
    void parseOfFormat_isTheIdentity_inEnglish(@ForAll("english") PrintedNumber printed) {
        String text = FigureFormat.english().format(printed);

        assertThat(FigureFormat.english().parse(text, printed.unit())).as(text).isEqualTo(printed);
    }

    @Property
    void parseOfFormat_isTheIdentity_inChinese(@ForAll("chinese") PrintedNumber printed) {
        String text = FigureFormat.chinese().format(printed);

        assertThat(FigureFormat.chinese().parse(text, printed.unit())).as(text).isEqualTo(printed);
    }

    @Property
    void parseOfFormat_ofARange_isTheIdentity(@ForAll("ranges") PrintedNumber printed) {
        for (FigureFormat format : List.of(FigureFormat.english(), FigureFormat.chinese())) {
            String text = format.format(printed);
            PrintedNumber again = format.parse(text, printed.unit());

            assertThat(ReadingConvention.strict().read(again))
                    .as(text)
                    .isEqualTo(ReadingConvention.strict().read(printed));
        }
    }

    /** 0456%, 0000: zeros before a number are kept as they were printed. */
    @Property
    void parseOfFormat_ofLeadingZeros_isTheIdentity(
            @ForAll @NumericChars @StringLength(min = 1, max = 12) String digits) {
        for (Unit unit : List.of(Unit.SHARE, Unit.parse("CNY"), Unit.parse("GW"), Unit.NUMBER)) {
            UnitMultiplier multiplier = unit.equals(Unit.SHARE) ? UnitMultiplier.PERCENT : UnitMultiplier.ONE;
            PrintedNumber printed = PrintedNumber.of(digits, multiplier, unit, Qualifier.NONE);
            String text = FigureFormat.chinese().format(printed);

            assertThat(FigureFormat.chinese().parse(text, unit)).as(text).isEqualTo(printed);
        }
    }

    /** A figure in a sentence is read as it is read alone, and the place behind it is known. */
    @Property
    void at_aPlace_readsWhatIsThere(@ForAll("chinese") PrintedNumber printed) {
        String text = FigureFormat.chinese().format(printed);
        FigureReading alone;
        try {
            alone = FigureFormat.chinese().read(text);
        } catch (FigureParseException e) {
            return; // a noun that only the context knows
        }
        FigureReading inPlace = FigureFormat.chinese().at("（" + text + "；另有", 1).orElseThrow();

        assertThat(inPlace.printed()).as(text).isEqualTo(alone.printed());
        assertThat(inPlace.end()).as(text).isEqualTo(text.length() + 1);
    }

    /** What a unit field says that is not known is refused: it never counts as ones, nor as things of that name. */
    @Property
    void anUnknownHead_neverChangesTheSize(@ForAll("unknown words") String word, @ForAll("heads") String head) {
        for (String text : List.of(head + " " + word, word + " " + head, word)) {
            try {
                UnitHead read = UnitFormat.withDefaults().parse(text);
                assertThat(read).as(text).isEqualTo(UnitFormat.withDefaults().parse(head));
                assertThat(text).as("a name before a unit in brackets").contains("(");
            } catch (FigureParseException e) {
                assertThat(e.index()).isBetween(0, text.length());
            }
        }
    }

    @Property
    void formatInTheOtherLanguage_keepsValuePlaceAndQualifier(@ForAll("any") PrintedNumber printed) {
        for (FigureFormat format : List.of(FigureFormat.english(), FigureFormat.chinese())) {
            String text = format.format(printed);
            PrintedNumber again = format.parse(text, printed.unit());

            assertThat(again.value()).as(text).isEqualTo(printed.value());
            assertThat(again.lastPlace()).as(text).isEqualTo(printed.lastPlace());
            assertThat(again.qualifier()).as(text).isEqualTo(printed.qualifier());
        }
    }

    @Property
    void parse_anyText_isAFigureOrRefusedWithAnIndexInside(@ForAll("snippets") String text) {
        try {
            assertThat(FigureFormat.english().parse(text).digits()).isNotEmpty();
        } catch (FigureParseException e) {
            assertThat(e.index()).isBetween(0, text.length());
        }
    }

    @Provide
    Arbitrary<PrintedNumber> english() {
        return Generators.printed(multipliers(UnitMultiplier.MILLION, UnitMultiplier.BILLION, UnitMultiplier.TRILLION));
    }

    @Provide
    Arbitrary<PrintedNumber> chinese() {
        return Generators.printed(multipliers(UnitMultiplier.WAN, UnitMultiplier.YI, UnitMultiplier.WAN_YI));
    }

    @Provide
    Arbitrary<PrintedNumber> any() {
        return Generators.printed(multipliers(
                UnitMultiplier.MILLION,
                UnitMultiplier.BILLION,
                UnitMultiplier.TRILLION,
                UnitMultiplier.WAN,
                UnitMultiplier.YI,
                UnitMultiplier.WAN_YI));
    }

    @Provide("unknown words")
    Arbitrary<String> unknownWords() {
        return Arbitraries.of(
                "qzx", "thousends", "millons-ish", "Grünzeug", "坤", "萌", "Ωmega", "trzy", "bazillion", "ズ", "힣");
    }

    @Provide
    Arbitrary<String> heads() {
        return Arbitraries.of("USD bn", "亿元", "thousand persons", "GWh", "%", "(US$ mn)", "万台", "Mio. €", "₹ crore");
    }

    @Provide
    Arbitrary<PrintedNumber> ranges() {
        return Combinators.combine(
                        any(),
                        Arbitraries.longs().between(1, 999_999),
                        Arbitraries.integers().between(0, 3))
                .as((printed, more, decimals) -> {
                    BigDecimal upper = new BigDecimal(printed.digits()).add(BigDecimal.valueOf(more, decimals));
                    boolean year = printed.unit().equals(Unit.CALENDAR_YEAR);
                    return PrintedNumber.range(
                            printed.digits(),
                            year
                                    ? String.valueOf(Integer.parseInt(printed.digits()) + 1 + more % 100)
                                    : upper.toPlainString(),
                            printed.multiplier(),
                            printed.unit(),
                            printed.qualifier());
                });
    }

    @Provide
    Arbitrary<String> snippets() {
        return Arbitraries.of(
                        "2388",
                        "1,",
                        "亿",
                        "万",
                        "元",
                        "美元",
                        "%",
                        "约",
                        "超",
                        "以上",
                        "多",
                        "每",
                        "年",
                        "翻",
                        "番",
                        "增长",
                        "倍",
                        "十",
                        "两",
                        "成",
                        "USD",
                        " ",
                        "over",
                        "per ",
                        "-",
                        ".",
                        "5",
                        "bn",
                        "persons",
                        "employed",
                        "名",
                        "+X",
                        "千",
                        "零",
                        "a year",
                        "$")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    private static List<UnitMultiplier> multipliers(UnitMultiplier... own) {
        List<UnitMultiplier> all = new ArrayList<>(List.of(own));
        all.add(UnitMultiplier.ONE);
        all.add(UnitMultiplier.THOUSAND);
        return all;
    }
}
