package askme.api;

import askme.web.ApiPath;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateData;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The description of the API in the format of OpenAPI 3.1. {@code OpenApiTest} makes the file from the resources and compares it, so that a
 * running site only reads it, and not before it is requested.
 */
@Singleton
class ApiDocument {

    static final String FILE = "/askme/api/openapi.json";

    private static final Set<String> METHODS = Set.of("get", "post", "patch", "delete");
    private static final String REFERENCE = "$ref";

    private final String text;
    private volatile List<Part> parts;

    ApiDocument() {
        text = stored();
    }

    /**
     * The operations on one kind of thing.
     *
     * @param name the key of its heading
     */
    @TemplateData
    record Part(String name, List<ApiOperation> operations) {}

    /** The document itself. */
    String text() {
        return text;
    }

    /** The operations, in the order of the document. */
    List<Part> parts() {
        if (parts == null) {
            parts = read(text);
        }
        return parts;
    }

    private static String stored() {
        try (InputStream file = ApiDocument.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static List<Part> read(String text) {
        try {
            JsonNode document = new ObjectMapper().readTree(text);
            Map<String, List<ApiOperation>> parts = new LinkedHashMap<>();
            document.path("tags").forEach(tag -> parts.put(tag.path("name").asText(), new ArrayList<>()));
            document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(method -> parts.get(
                                    method.getValue().path("tags").path(0).asText())
                            .add(operation(
                                    document,
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    ApiPath.V1 + path.getKey(),
                                    method.getValue()))));
            return parts.entrySet().stream()
                    .map(part -> new Part(part.getKey().toLowerCase(Locale.ROOT), List.copyOf(part.getValue())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static ApiOperation operation(JsonNode document, String method, String path, JsonNode operation) {
        List<ApiOperation.Value> values = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode found = resolved(document, parameter);
            values.add(value(
                    document,
                    found.path("name").asText(),
                    found.path("in").asText(),
                    found.path("required").asBoolean(),
                    found.path("schema")));
        }
        JsonNode body = resolved(
                document,
                operation
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema"));
        Set<String> required = new TreeSet<>(texts(body.path("required")));
        body.path("properties")
                .properties()
                .forEach(member -> values.add(value(
                        document, member.getKey(), "body", required.contains(member.getKey()), member.getValue())));
        boolean guests = stream(operation.path("security")).anyMatch(JsonNode::isEmpty);
        List<String> statuses = new ArrayList<>();
        operation.path("responses").fieldNames().forEachRemaining(statuses::add);
        return new ApiOperation(
                operation.path("operationId").asText(),
                method,
                path,
                !guests,
                List.copyOf(values),
                statuses.stream().sorted().toList());
    }

    private static ApiOperation.Value value(
            JsonNode document, String name, String place, boolean required, JsonNode described) {
        JsonNode schema = resolved(document, described);
        JsonNode type = schema.path("type");
        return new ApiOperation.Value(
                name,
                place,
                type.isArray() ? type.path(0).asText() : type.asText(),
                required,
                texts(schema.path("enum")),
                number(schema, "maxLength"),
                number(schema, "maxItems"));
    }

    private static Integer number(JsonNode schema, String name) {
        return schema.has(name) ? schema.get(name).intValue() : null;
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has(REFERENCE) ? document.at(node.get(REFERENCE).asText().substring(1)) : node;
    }
}
