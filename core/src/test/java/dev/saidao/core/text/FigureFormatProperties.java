package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.Generators;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.quantity.UnitMultiplier;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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
