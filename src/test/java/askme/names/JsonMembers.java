package askme.names;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The members of JSON in the form {@code a.b[].c: kind}, of a type as Jackson sees it or of a text. */
final class JsonMembers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonMembers() {}

    /** The members of everything that Jackson writes for {@code type}, without naming the type. */
    static SortedSet<String> of(Class<?> type) {
        SortedSet<String> members = new TreeSet<>();
        walk(JSON.constructType(type), "", members);
        return members;
    }

    private static void walk(JavaType type, String path, SortedSet<String> members) {
        Class<?> raw = type.getRawClass();
        JsonTypeInfo kinds = raw.getAnnotation(JsonTypeInfo.class);
        if (kinds != null && raw.isInterface()) {
            for (Class<?> one : MainClasses.annotated(JsonTypeName.class)) {
                if (raw.isAssignableFrom(one)) {
                    String kind = kinds.property() + "="
                            + one.getAnnotation(JsonTypeName.class).value();
                    members.add(join(path, kind));
                    walk(JSON.constructType(one), join(path, kind), members);
                }
            }
        } else if (type.isCollectionLikeType()) {
            walk(type.getContentType(), path + "[]", members);
        } else if (type.isMapLikeType()) {
            walk(type.getContentType(), join(path, "*"), members);
        } else if (raw.isEnum()) {
            members.add(path + ": "
                    + Arrays.stream(raw.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .sorted()
                            .collect(Collectors.joining("|")));
        } else if (raw.isRecord()) {
            for (BeanPropertyDefinition member :
                    JSON.getSerializationConfig().introspect(type).findProperties()) {
                if (member.getConstructorParameter() != null || member.getField() != null) {
                    walk(member.getPrimaryType(), join(path, member.getName()), members);
                }
            }
        } else {
            members.add(path + ": " + kind(raw));
        }
    }

    private static String kind(Class<?> type) {
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        return type == String.class ? "string" : type.getSimpleName();
    }

    /** The members of a JSON text; null has no kind, so if {@code kinds} is false, only names are returned. */
    static SortedSet<String> seen(String json, boolean kinds) {
        try {
            SortedSet<String> members = new TreeSet<>();
            walk(JSON.readTree(json), "", kinds, members);
            return members;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    private static void walk(JsonNode node, String path, boolean kinds, SortedSet<String> members) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(member -> walk(member.getValue(), join(path, member.getKey()), kinds, members));
        } else if (node.isArray()) {
            node.forEach(one -> walk(one, path + "[]", kinds, members));
        } else {
            members.add(kinds ? path + ": " + node.getNodeType().name().toLowerCase() : path);
        }
    }

    private static String join(String path, String member) {
        return path.isEmpty() ? member : path + "." + member;
    }
}
