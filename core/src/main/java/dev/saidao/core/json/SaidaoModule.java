package dev.saidao.core.json;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.CalendarYear;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.Density;
import dev.saidao.core.quantity.GrowthRate;
import dev.saidao.core.quantity.Money;
import dev.saidao.core.quantity.Multiple;
import dev.saidao.core.quantity.PercentagePoints;
import dev.saidao.core.quantity.PhysicalQuantity;
import dev.saidao.core.quantity.PlainNumber;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Share;
import dev.saidao.core.quantity.Years;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Teaches a Jackson mapper the library's values.
 *
 * <ul>
 *   <li>Decimals are strings in plain form, {@code "0.1648"}; a JSON number is refused, since a reader may have read it as
 *       a {@code double}. This holds for every {@link BigDecimal} the mapper meets.
 *   <li>Quantities, units and bounds are their text forms: {@code "6430000000 USD"}, {@code "per year"}, {@code "(0.3, ∞)"}.
 *   <li>Sources, subjects and indicators are written in full where they first occur in a document and by their id after
 *       that; read, an id stands for the one met before.
 * </ul>
 *
 * @since 0.1
 */
public final class SaidaoModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private static final List<Class<? extends Quantity>> QUANTITIES = List.of(
            Money.class,
            Count.class,
            Share.class,
            Density.class,
            GrowthRate.class,
            PercentagePoints.class,
            Multiple.class,
            Years.class,
            CalendarYear.class,
            PhysicalQuantity.class,
            PlainNumber.class);

    /** Creates the module. */
    public SaidaoModule() {
        super("saidao");
        addSerializer(BigDecimal.class, new PlainSerializer<>(BigDecimal.class) {
            @Override
            String text(BigDecimal value) {
                return value.toPlainString();
            }
        });
        addDeserializer(BigDecimal.class, new TextDeserializer<>(BigDecimal.class) {
            @Override
            BigDecimal value(String text) {
                return Decimals.parse(text, "Decimal");
            }
        });
        addSerializer(Quantity.class, new PlainSerializer<>(Quantity.class) {
            @Override
            String text(Quantity value) {
                return value.toString();
            }
        });
        addQuantity(Quantity.class);
        QUANTITIES.forEach(this::addQuantity);
        References.register(
                this,
                Source.class,
                Source::id,
                SourceDocument.class,
                document -> Source.of(document.id(), document.title(), document.publisher(), document.published()),
                source -> new SourceDocument(source.id(), source.title(), source.publisher(), source.published()));
        References.register(
                this,
                Subject.class,
                Subject::id,
                NamedDocument.class,
                document -> Subject.of(document.id(), document.name()),
                subject -> new NamedDocument(subject.id(), subject.name()));
        References.register(
                this,
                Indicator.class,
                Indicator::id,
                NamedDocument.class,
                document -> Indicator.of(document.id(), document.name()),
                indicator -> new NamedDocument(indicator.id(), indicator.name()));
    }

    /** A source in full. */
    record SourceDocument(String id, Label title, Label publisher, LocalDate published) {}

    /** A subject or an indicator in full. */
    record NamedDocument(String id, Label name) {}

    private <Q extends Quantity> void addQuantity(Class<Q> type) {
        addDeserializer(type, new TextDeserializer<Q>(type) {
            @Override
            Q value(String text) {
                Quantity quantity = Quantity.parse(text);
                // a document has one form for each value: none with the code of a currency in front
                Require.that(
                        !Character.isLetter(text.charAt(0)),
                        "Quantity must be a number, a space and a unit: %s",
                        Decimals.shown(text));
                if (!type.isInstance(quantity)) {
                    throw new IllegalArgumentException(
                            "Quantity must be of type " + type.getSimpleName() + ": " + quantity);
                }
                return type.cast(quantity);
            }
        });
    }

    private abstract static class PlainSerializer<T> extends StdSerializer<T> {

        PlainSerializer(Class<T> type) {
            super(type);
        }

        abstract String text(T value);

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(text(value));
        }
    }

    private abstract static class TextDeserializer<T> extends StdDeserializer<T> {

        TextDeserializer(Class<T> type) {
            super(type);
        }

        abstract T value(String text);

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(
                        this,
                        "%s must be a JSON string and not %s",
                        _valueClass.getSimpleName(),
                        parser.currentToken());
            }
            try {
                return value(parser.getString());
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }
    }
}
