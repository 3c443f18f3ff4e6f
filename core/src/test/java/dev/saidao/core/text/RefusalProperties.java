package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a refusal says of a text stands on one line and steers no terminal, whatever stands in the text. */
class RefusalProperties {

    /** Something that reads, and then what does not: it is the rest that a message shows. */
    @Provide
    Arbitrary<String> texts() {
        return Combinators.combine(
                        Arbitraries.of("", "2388", "超2388亿元", "12.5%", "over", "2024年", "FY2025", "2023 to", "persons"),
                        Arbitraries.of(" ", "\r", "\n", "\t", "\u0007", "\u001b[31m", "\u2028", "\u0085", "\u200e")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(90)
                                .map(parts -> String.join("", parts)),
                        Arbitraries.of("", "x", "元", "2030", "…"))
                .as((read, odd, behind) -> read + odd + behind);
    }

    @Property
    void messagesAreOneLine(@ForAll("texts") String text) {
        for (Runnable reading : List.<Runnable>of(
                () -> FigureFormat.english().parse(text),
                () -> FigureFormat.chinese().parse(text),
                () -> UnitFormat.withDefaults().parse(text),
                () -> PeriodFormat.parse(text),
                () -> PeriodFormat.parse(text, LocalDate.of(2026, 3, 27)))) {
            try {
                reading.run();
            } catch (FigureParseException e) {
                assertThat(List.of(
                                e.getMessage(),
                                e.label().in(Locale.ENGLISH),
                                e.label().in(Locale.CHINESE)))
                        .allSatisfy(message ->
                                assertThat(message).hasSizeLessThan(500).matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*"));
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*");
            }
        }
    }
}
