package askme.api;

import askme.web.ApiPath;
import askme.web.EntityTags;
import askme.web.LocalizedMessages;
import askme.web.http.Problem;
import askme.web.http.ProblemException;
import askme.web.page.EditConflict;
import askme.web.page.FormErrors;
import askme.web.page.ListKey;
import askme.web.page.Sent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Makes the responses of the API: with an entity tag, with the wished fields, and with problems. */
@ApplicationScoped
class ApiResponses {

    private static final int TAG_BYTES = 12;
    private static final int UNPROCESSABLE = 422;
    private static final int ACCEPTED = 202;

    private final ObjectMapper mapper;
    private final LocalizedMessages<ApiMessages> texts = LocalizedMessages.of(ApiMessages.class);

    ApiResponses(ObjectMapper mapper) {
        // Every field is always there, so that a client may name each of them in "fields".
        this.mapper = mapper.copy().setSerializationInclusion(JsonInclude.Include.ALWAYS);
    }

    /** 200, or 304 if the client has the same. {@code fields} may be null: then all are sent. */
    Response read(Object body, String fields, HttpServerRequest request) {
        return read(json(body, fields), request);
    }

    /** The same for a body that is written already. */
    Response read(String json, HttpServerRequest request) {
        String tag = tag(json);
        boolean known = EntityTags.match(request.getHeader("If-None-Match"), tag);
        Response.ResponseBuilder response = known
                ? Response.notModified()
                : Response.ok(json).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
        return response.header("ETag", tag)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Authorization, Accept-Language, Accept-Encoding")
                .build();
    }

    /**
     * The result of sending a post: 201 with its address, 200 if the same had arrived before, 202 if it waits until the member confirms the
     * address, or the errors.
     *
     * @param id of the post
     * @param find reads the post as clients see it
     * @param address of a post, without its id
     */
    <T> Response sent(Sent<T> sent, ToLongFunction<T> id, LongFunction<?> find, String address) {
        if (sent instanceof Sent.Refused<T> refused) {
            return refused(refused.errors());
        }
        if (sent instanceof Sent.Added<T> added) {
            long post = id.applyAsLong(added.post());
            return Response.fromResponse(done(find.apply(post)))
                    .status(added.repeated() ? Response.Status.OK : Response.Status.CREATED)
                    .location(URI.create(ApiPath.V1 + address + post))
                    .build();
        }
        return Problem.of(ACCEPTED, "unconfirmed", texts.get().waits()).response();
    }

    /** The result of an edit, which is not made if there are errors. 412 if somebody changed the post since. */
    Response edited(FormErrors errors, Runnable edit, Supplier<?> find) {
        if (errors.any()) {
            return refused(errors);
        }
        try {
            edit.run();
        } catch (EditConflict overtaken) {
            throw new ProblemException(412, "overtaken", texts.get().overtaken());
        }
        return done(find.get());
    }

    private Response done(Object body) {
        return Response.ok(json(body, null))
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .build();
    }

    private Response refused(FormErrors errors) {
        List<Problem.FieldError> fields = errors.fields().stream()
                .map(field -> new Problem.FieldError(field, errors.of(field)))
                .toList();
        return Problem.of(UNPROCESSABLE, "invalid", texts.get().invalid())
                .withErrors(fields)
                .response();
    }

    /** The key of {@code cursor} (may be null) in the list of this name. */
    ListKey key(String list, String cursor) {
        return cursor == null ? ListKey.TOP : require(Cursor.key(list, cursor));
    }

    /** The place of {@code cursor}; null without one. */
    String place(String list, String cursor) {
        return cursor == null ? null : require(Cursor.place(list, cursor));
    }

    private <T> T require(Optional<T> place) {
        return place.orElseThrow(
                () -> new ProblemException(400, "bad-cursor", texts.get().bad_cursor()));
    }

    /** The body of a request; an empty one is refused. */
    <T> T body(T body) {
        if (body == null) {
            throw new ProblemException(400, "no-body", texts.get().no_body());
        }
        return body;
    }

    /** The version in the header If-Match, which an edit needs; empty for any version. */
    String version(HttpServerRequest request) {
        String header = request.getHeader("If-Match");
        if (header == null) {
            throw new ProblemException(428, "version-required", texts.get().version_required());
        }
        String tag = header.strip();
        return tag.equals("*") ? "" : tag.replaceFirst("^\"(.*)\"$", "$1");
    }

    private String json(Object body, String fields) {
        try {
            JsonNode tree = mapper.valueToTree(body);
            if (fields != null && !fields.isBlank()) {
                select(tree, new TreeSet<>(Arrays.asList(fields.strip().split("\\s*,\\s*"))));
            }
            return mapper.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the API cannot be written", e);
        }
    }

    /** Keeps these fields of an object, or of the items of a page. */
    private void select(JsonNode tree, Set<String> fields) {
        if (tree.has("items")) {
            tree.get("items").forEach(item -> select(item, fields));
            return;
        }
        fields.stream().filter(field -> !tree.has(field)).findFirst().ifPresent(field -> {
            throw new ProblemException(400, "bad-fields", texts.get().bad_field(field));
        });
        ((ObjectNode) tree).retain(fields);
    }

    private static String tag(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES))
                    + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
