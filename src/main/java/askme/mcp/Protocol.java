package askme.mcp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the messages of the Model Context Protocol (JSON-RPC 2.0) that clients send. It answers what needs no tool. It writes the others again,
 * so that the library receives only messages of a known form. No state is kept: a client has no session.
 */
final class Protocol {

    /** The versions of the protocol, the newest first. The library knows each of them. */
    static final List<String> VERSIONS = List.of("2025-06-18", "2025-03-26", "2024-11-05");

    /** The arguments that are lists. All others are texts. */
    static final Set<String> LISTS = Set.of("tags");

    private static final int LONGEST_ID = 200;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;

    // Codes of JSON-RPC 2.0.
    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);

    private Protocol() {}

    /** How the site presents itself to assistants. */
    record Site(String name, String url, String instructions) {}

    /** How a message is answered. */
    sealed interface Step {

        /**
         * It is answered at once.
         *
         * @param body null for a notification
         */
        record Answer(int status, String body) implements Step {}

        /** The library answers {@code message}. */
        record Pass(String message) implements Step {}
    }

    /** A message that is refused. */
    private static final class Refused extends Exception {

        private final transient Step.Answer answer;

        private Refused(int status, JsonNode id, int code, String message) {
            super(message, null, false, false);
            ObjectNode reply = reply(id);
            reply.putObject("error").put("code", code).put("message", message);
            answer = new Step.Answer(status, reply.toString());
        }
    }

    /** Decides about the body of a request. */
    static Step read(byte[] body, Site site) {
        try {
            return step(parse(body), site);
        } catch (Refused refused) {
            return refused.answer;
        }
    }

    private static JsonNode parse(byte[] body) throws Refused {
        JsonNode message;
        try {
            message = MAPPER.readTree(body);
        } catch (IOException e) {
            throw new Refused(BAD_REQUEST, null, PARSE_ERROR, "The body is no valid JSON.");
        }
        if (message == null || !message.isObject()) {
            throw new Refused(BAD_REQUEST, null, INVALID_REQUEST, "Send one JSON object. Batches are not supported.");
        }
        return message;
    }

    private static Step step(JsonNode message, Site site) throws Refused {
        JsonNode id = message.get("id");
        if (id != null && !isId(id)) {
            throw new Refused(BAD_REQUEST, null, INVALID_REQUEST, "The id must be a short text or a whole number.");
        }
        if (!"2.0".equals(message.path("jsonrpc").asText())) {
            throw new Refused(BAD_REQUEST, id, INVALID_REQUEST, "The member \"jsonrpc\" must be \"2.0\".");
        }
        JsonNode method = message.path("method");
        boolean isResponse = message.has("result") || message.has("error");
        if (!method.isTextual() && !isResponse) {
            throw new Refused(BAD_REQUEST, id, INVALID_REQUEST, "The member \"method\" is missing.");
        }
        if (id == null || isResponse) { // Notifications change nothing here, and this server sends no requests.
            return new Step.Answer(ACCEPTED, null);
        }
        return request(method.asText(), id, object(message, "params", id), site);
    }

    private static boolean isId(JsonNode id) {
        return id.isIntegralNumber() && id.canConvertToLong()
                || id.isTextual() && id.asText().length() <= LONGEST_ID;
    }

    private static Step request(String method, JsonNode id, ObjectNode params, Site site) throws Refused {
        return switch (method) {
            case "initialize" -> result(id, initialized(params, site));
            case "ping" -> result(id, JsonNodeFactory.instance.objectNode());
            case "tools/list" -> pass(method, id, JsonNodeFactory.instance.objectNode());
            case "tools/call" -> pass(method, id, call(params, id));
            default -> throw new Refused(OK, id, METHOD_NOT_FOUND, "This server has no such method.");
        };
    }

    private static ObjectNode initialized(ObjectNode params, Site site) {
        String wished = params.path("protocolVersion").asText();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("protocolVersion", VERSIONS.contains(wished) ? wished : VERSIONS.get(0));
        result.putObject("capabilities").putObject("tools");
        result.putObject("serverInfo")
                .put("name", "askme")
                .put("title", site.name())
                .put("version", "1")
                .put("websiteUrl", site.url());
        return result.put("instructions", site.instructions());
    }

    private static ObjectNode call(ObjectNode params, JsonNode id) throws Refused {
        JsonNode name = params.path("name");
        if (!name.isTextual()) {
            throw new Refused(OK, id, INVALID_PARAMS, "The name of the tool is missing.");
        }
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.set("name", name);
        call.set("arguments", checked(object(params, "arguments", id), id));
        return call;
    }

    /** Assistants send ids as numbers or as texts, and one tag as a text. The tools take texts, and a list where it is one of {@link #LISTS}. */
    private static ObjectNode checked(ObjectNode arguments, JsonNode id) throws Refused {
        ObjectNode checked = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
            String name = argument.getKey();
            JsonNode value = argument.getValue();
            if (!LISTS.contains(name) || value.isNull()) {
                checked.set(name, text(name, value, id));
                continue;
            }
            ArrayNode list = checked.putArray(name);
            for (JsonNode element : value.isArray() ? value : List.of(value)) {
                list.add(text(name, element, id));
            }
        }
        return checked;
    }

    private static JsonNode text(String name, JsonNode value, JsonNode id) throws Refused {
        if (value.isNumber()) {
            return TextNode.valueOf(value.asText());
        }
        if (value.isTextual() || value.isNull()) {
            return value;
        }
        String right = LISTS.contains(name) ? "a list of texts." : "a text.";
        throw new Refused(OK, id, INVALID_PARAMS, "The argument \"" + name + "\" must be " + right);
    }

    /** The object in this member; an empty one if it is missing. */
    private static ObjectNode object(JsonNode parent, String member, JsonNode id) throws Refused {
        JsonNode found = parent.path(member);
        if (found.isMissingNode() || found.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (found instanceof ObjectNode object) {
            return object;
        }
        throw new Refused(OK, id, INVALID_PARAMS, "The member \"" + member + "\" must be an object.");
    }

    private static Step pass(String method, JsonNode id, ObjectNode params) {
        ObjectNode request = reply(id);
        request.put("method", method).set("params", params);
        return new Step.Pass(request.toString());
    }

    private static Step result(JsonNode id, ObjectNode result) {
        ObjectNode reply = reply(id);
        reply.set("result", result);
        return new Step.Answer(OK, reply.toString());
    }

    private static ObjectNode reply(JsonNode id) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        reply.set("id", id);
        return reply;
    }
}
