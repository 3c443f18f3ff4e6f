package dev.saidao.policy.talent;

import dev.saidao.policy.internal.DecimalJson;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a rate of a plan, a number or a text. */
final class UncertainRateJson extends StdDeserializer<UncertainRate> {

    private final DecimalJson numbers = new DecimalJson();

    UncertainRateJson() {
        super(UncertainRate.class);
    }

    @Override
    public UncertainRate deserialize(JsonParser parser, DeserializationContext context) {
        try {
            return parser.currentToken() == JsonToken.VALUE_STRING
                    ? UncertainRate.parse(parser.getString())
                    : UncertainRate.of(numbers.deserialize(parser, context));
        } catch (IllegalArgumentException e) {
            return context.reportInputMismatch(this, "%s", e.getMessage());
        }
    }
}
