package dev.saidao.policy.internal;

import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a decimal of a file written by hand: {@code 0.05}, {@code "0.05"}, {@code "5%"}, each by its digits. */
public final class DecimalJson extends StdDeserializer<BigDecimal> {

    /** Creates one. */
    public DecimalJson() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_STRING
                && token != JsonToken.VALUE_NUMBER_INT
                && token != JsonToken.VALUE_NUMBER_FLOAT) {
            return context.reportInputMismatch(this, "Decimal must be a number or a string and not %s", token);
        }
        try {
            return of(parser.getString().strip());
        } catch (IllegalArgumentException e) {
            return context.reportInputMismatch(this, "%s", e.getMessage());
        }
    }

    /**
     * Reads a decimal or a percentage.
     *
     * @param text such as {@code 0.05} or {@code 5%}
     * @return the decimal
     * @throws IllegalArgumentException if it is neither
     */
    public static BigDecimal of(String text) {
        if (!text.endsWith("%")) {
            return Decimals.parse(text, "Decimal");
        }
        BigDecimal percent = Decimals.parse(text.substring(0, text.length() - 1).strip(), "Decimal");
        return Decimals.canonical(percent.movePointLeft(2), "Decimal");
    }
}
