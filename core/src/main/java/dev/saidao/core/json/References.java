package dev.saidao.core.json;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Values that a document holds in full once and refers to by id from then on. */
final class References {

    private References() {}

    /**
     * Registers a type.
     *
     * @param <T> the type
     * @param <D> how it is written in full
     */
    static <T, D> void register(
            SimpleModule module,
            Class<T> type,
            Function<T, String> id,
            Class<D> document,
            Function<D, T> read,
            Function<T, D> write) {
        module.addSerializer(type, new Serializer<>(type, id, write));
        module.addDeserializer(type, new Deserializer<>(type, id, document, read));
    }

    /** What the document at hand has met so far, by id. */
    private static <T> Map<String, T> met(DatabindContext context, Class<T> type) {
        String key = "saidao.references." + type.getName();
        @SuppressWarnings("unchecked") // the key is of the type
        Map<String, T> met = (Map<String, T>) context.getAttribute(key);
        if (met == null) {
            met = new HashMap<>();
            context.setAttribute(key, met);
        }
        return met;
    }

    private static final class Serializer<T, D> extends StdSerializer<T> {

        private final Class<T> type;
        private final Function<T, String> id;
        private final Function<T, D> document;

        Serializer(Class<T> type, Function<T, String> id, Function<T, D> document) {
            super(type);
            this.type = type;
            this.id = id;
            this.document = document;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            T earlier = met(context, type).putIfAbsent(id.apply(value), value);
            if (value.equals(earlier)) {
                generator.writeString(id.apply(value));
            } else if (earlier == null) {
                context.writeValue(generator, document.apply(value));
            } else {
                context.reportMappingProblem(
                        "%s id must stand for one thing: %s", type.getSimpleName(), id.apply(value));
            }
        }
    }

    private static final class Deserializer<T, D> extends StdDeserializer<T> {

        private final Class<T> type;
        private final Function<T, String> id;
        private final Class<D> document;
        private final Function<D, T> read;

        Deserializer(Class<T> type, Function<T, String> id, Class<D> document, Function<D, T> read) {
            super(type);
            this.type = type;
            this.id = id;
            this.document = document;
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            Map<String, T> met = met(context, type);
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                T known = met.get(parser.getString());
                return known != null
                        ? known
                        : context.reportInputMismatch(
                                this,
                                "%s id must be that of one given in full before: %s",
                                type.getSimpleName(),
                                parser.getString());
            }
            D full = context.readValue(parser, document);
            T value;
            try {
                value = read.apply(full);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
            if (met.putIfAbsent(id.apply(value), value) != null) {
                return context.reportInputMismatch(
                        this, "%s must be given in full only once: %s", type.getSimpleName(), id.apply(value));
            }
            return value;
        }
    }
}
