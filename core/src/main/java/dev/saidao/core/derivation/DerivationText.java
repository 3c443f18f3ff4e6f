package dev.saidao.core.derivation;

import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Source;
import dev.saidao.core.text.DisplayFormat;
import java.time.LocalDate;
import java.util.Locale;

/** Prints derivations. */
final class DerivationText {

    private static final Label RESULT = Label.of("result", "结果");
    private static final Label REMARK = Label.of("note", "说明");
    private static final Label CONVENTION = Label.of("convention", "约定");
    private static final Label SOURCE = Label.of("source", "来源");
    private static final Label PRINTED = Label.of("printed", "原文");

    private final Locale locale;
    private final DisplayFormat numbers;
    private final StringBuilder text = new StringBuilder();

    DerivationText(Locale locale, DisplayFormat numbers) {
        this.locale = locale;
        this.numbers = numbers;
    }

    String of(Derivation derivation) {
        step(derivation, "");
        for (Convention convention : derivation.conventions()) {
            line("  " + CONVENTION.in(locale) + ": " + convention.text().in(locale) + " (" + convention.id() + ")");
        }
        for (Source source : derivation.sources()) {
            line("  " + SOURCE.in(locale) + ": " + told(source));
        }
        return text.toString();
    }

    /** Publisher, day and title; the name alone where a table gives no more. */
    private String told(Source source) {
        return source.title().equals(source.publisher()) && source.published().equals(LocalDate.EPOCH)
                ? source.title().in(locale)
                : source.publisher().in(locale) + ", " + source.published() + ", "
                        + source.title().in(locale);
    }

    private void step(Derivation derivation, String indent) {
        line(indent + derivation.formula().name().in(locale) + ": "
                + derivation.formula().expression());
        derivation.operands().forEach((symbol, operand) -> {
            line(indent + "  " + symbol + " = " + numbers.format(operand.value()) + origin(operand));
            operand.derivation().ifPresent(earlier -> step(earlier, indent + "    "));
        });
        line(indent + "  " + RESULT.in(locale) + " = " + numbers.format(derivation.result()));
        for (Label remark : derivation.remarks()) {
            line(indent + "  " + REMARK.in(locale) + ": " + remark.in(locale));
        }
    }

    private String origin(Operand operand) {
        return operand.figure().map(this::origin).orElse("");
    }

    private String origin(Figure figure) {
        return " (" + figure.id() + ", "
                + figure.asPublished()
                        .map(printed -> PRINTED.in(locale) + " " + printed + ", ")
                        .orElse("")
                + figure.locator() + ")";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
