package dev.saidao.samples.programs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.CalendarPart;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import dev.saidao.policy.internal.DecimalJson;
import dev.saidao.policy.talent.UncertainRate;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of what a value type or a record is as JSON, without descriptions: fields, which of them must be there, names of
 * constants. It follows what the reader goes by: the setters that are generated for reading.
 */
final class SchemaOfType {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String DECIMAL = "^-?[0-9]+(\\.[0-9]+)?$";
    private static final String RATE =
            "^\\s*([0-9]+(\\.[0-9]+)?\\s*%?|\\[[^,]+,[^,]+\\]|triangular\\([^,]+,[^,]+,[^,]+\\)|beta\\([^,]+,[^,]+\\))\\s*$";
    private static final String BY_HAND = "^\\s*-?[0-9]+(\\.[0-9]+)?\\s*%?\\s*$";

    private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();

    private SchemaOfType() {}

    /** The schema of a document. */
    static ObjectNode of(String name, String title, Class<?> type, Optional<String> format) {
        SchemaOfType schema = new SchemaOfType();
        ObjectNode root = NODES.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "urn:saidao:" + name.replaceFirst("-(\\d+)$", ":$1"));
        root.put("title", title);
        root.setAll(schema.object(type));
        format.ifPresent(text -> ((ObjectNode) root.get("properties"))
                .set("format", NODES.objectNode().put("const", text)));
        if (!schema.definitions.isEmpty()) {
            ObjectNode all = root.putObject("$defs");
            schema.definitions.forEach(all::set);
        }
        return root;
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode properties = NODES.objectNode();
        ArrayNode required = NODES.arrayNode();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                Type of = component.getGenericType();
                boolean absentIfEmpty = Set.of(Optional.class, List.class, Map.class, String.class)
                                .contains(raw(of))
                        && !component.getName().equals("format");
                properties.set(component.getName(), schema(of, component));
                if (!absentIfEmpty) {
                    required.add(component.getName());
                }
            }
        } else {
            for (Method setter : setters(type)) {
                JsonProperty property = setter.getAnnotation(JsonProperty.class);
                properties.set(property.value(), schema(setter.getGenericParameterTypes()[0], setter));
                if (property.required()) {
                    required.add(property.value());
                }
            }
        }
        ObjectNode object = NODES.objectNode().put("type", "object");
        object.set("properties", properties);
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        return object.put("additionalProperties", false);
    }

    /** The setters of what reads a value, in the order of the attributes. */
    private static List<Method> setters(Class<?> type) {
        JsonDeserialize read = type.getAnnotation(JsonDeserialize.class);
        if (read == null) {
            throw new IllegalArgumentException("Type must have a JSON form: " + type);
        }
        List<String> order = Arrays.stream(read.as().getDeclaredFields())
                .map(field -> field.getName())
                .toList();
        return Arrays.stream(read.as().getDeclaredClasses())
                .filter(inner -> inner.getSimpleName().equals("Json"))
                .flatMap(json -> Arrays.stream(json.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(JsonProperty.class))
                .sorted(Comparator.comparingInt((Method method) ->
                        order.indexOf(method.getAnnotation(JsonProperty.class).value())))
                .toList();
    }

    private ObjectNode schema(Type type, AnnotatedElement element) {
        JsonDeserialize read = element.getAnnotation(JsonDeserialize.class);
        boolean byHand =
                read != null && (read.using() == DecimalJson.class || read.contentUsing() == DecimalJson.class);
        return schema(type, byHand);
    }

    private ObjectNode schema(Type type, boolean byHand) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return schema(argument(type, 0), byHand);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode array = NODES.objectNode().put("type", "array");
            array.set("items", schema(argument(type, 0), byHand));
            return array;
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(argument(type, 0), argument(type, 1), byHand);
        }
        if (raw == BigDecimal.class) {
            return byHand ? reference("number", byHand()) : reference("decimal", text(DECIMAL));
        }
        if (raw == UncertainRate.class) {
            return reference("rate", rate());
        }
        if (Quantity.class.isAssignableFrom(raw)) {
            return reference("quantity", text("^-?[0-9]+(\\.[0-9]+)? .+$"));
        }
        if (raw.isEnum() && !Arrays.stream(raw.getMethods()).anyMatch(m -> m.isAnnotationPresent(JsonValue.class))) {
            ArrayNode names = NODES.arrayNode();
            Arrays.stream(raw.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .forEach(names::add);
            ObjectNode constants = NODES.objectNode();
            constants.set("enum", names);
            return constants;
        }
        if (raw == Source.class || raw == Subject.class || raw == Indicator.class) {
            return referred(raw);
        }
        return simple(raw).orElseGet(() -> {
            String name = raw.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT)
                    + raw.getSimpleName().substring(1);
            if (!definitions.containsKey(name)) {
                definitions.put(name, NODES.objectNode());
                definitions.get(name).setAll(object(raw));
            }
            return NODES.objectNode().put("$ref", "#/$defs/" + name);
        });
    }

    private Optional<ObjectNode> simple(Class<?> raw) {
        if (raw == String.class || raw == Bounds.class || raw == Unit.class || raw == CalendarPart.class) {
            return Optional.of(NODES.objectNode().put("type", "string"));
        }
        if (raw == LocalDate.class) {
            return Optional.of(NODES.objectNode()
                    .put("type", "string")
                    .put("format", "date")
                    .put("pattern", "^\\d{4}-\\d{2}-\\d{2}$"));
        }
        if (Set.of(int.class, Integer.class, long.class, Long.class).contains(raw)) {
            return Optional.of(NODES.objectNode().put("type", "integer"));
        }
        if (raw == double.class || raw == Double.class) {
            return Optional.of(NODES.objectNode().put("type", "number"));
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return Optional.of(NODES.objectNode().put("type", "boolean"));
        }
        return Optional.empty();
    }

    private ObjectNode map(Type key, Type value, boolean byHand) {
        ObjectNode map = NODES.objectNode().put("type", "object");
        if (raw(key) == Integer.class) {
            map.putObject("propertyNames").put("pattern", "^-?[0-9]+$");
        } else if (raw(key) == LocalDate.class) {
            map.putObject("propertyNames").put("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
        }
        ObjectNode values = schema(value, byHand);
        if (raw(value) == Optional.class) {
            ObjectNode orNull = NODES.objectNode();
            orNull.putArray("anyOf").add(values).add(NODES.objectNode().put("type", "null"));
            values = orNull;
        }
        map.set("additionalProperties", values);
        return map;
    }

    /** An id, or the thing in full where it is met first. */
    private ObjectNode referred(Class<?> type) {
        ObjectNode full = NODES.objectNode().put("type", "object");
        ObjectNode properties = full.putObject("properties");
        properties.putObject("id").put("type", "string");
        List<String> labels = type == Source.class ? List.of("title", "publisher") : List.of("name");
        labels.forEach(name -> properties.set(name, schema(Label.class, false)));
        ArrayNode required = full.putArray("required").add("id");
        labels.forEach(required::add);
        if (type == Source.class) {
            properties.set("published", simple(LocalDate.class).orElseThrow());
            required.add("published");
        }
        full.put("additionalProperties", false);
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf").add(NODES.objectNode().put("type", "string")).add(full);
        return reference(type.getSimpleName().toLowerCase(Locale.ROOT), either);
    }

    private ObjectNode reference(String name, ObjectNode definition) {
        definitions.putIfAbsent(name, definition);
        return NODES.objectNode().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode text(String pattern) {
        return NODES.objectNode().put("type", "string").put("pattern", pattern);
    }

    /** A decimal as people write it: a number, or a string, perhaps with a per cent sign. */
    private static ObjectNode byHand() {
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf").add(NODES.objectNode().put("type", "number")).add(text(BY_HAND));
        return either;
    }

    /** A rate that is known, or known within ends or by a distribution. */
    private static ObjectNode rate() {
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf").add(NODES.objectNode().put("type", "number")).add(text(RATE));
        return either;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        return (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
