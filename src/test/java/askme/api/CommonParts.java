package askme.api;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createInfo;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createPaths;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;
import static org.eclipse.microprofile.openapi.OASFactory.createServer;
import static org.eclipse.microprofile.openapi.OASFactory.createTag;

import askme.web.ApiPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to the document what all operations share: texts, security, headers, statuses and their problem objects. */
final class CommonParts implements OASFilter {

    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String TOKEN = "token";
    private static final int ADDRESS_TOO_LONG = 414;
    private static final List<String> SECTIONS = List.of("Questions", "Answers", "Comments", "Others");

    private final Map<String, String> texts = EnglishTexts.of("operation");
    private final Map<String, String> statuses = EnglishTexts.of("reference");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.info(createInfo()
                .title("Questions and answers")
                .version("1")
                .description(
                        "Reads and writes a site of questions and answers. The page /api/ of the site explains it."));
        api.servers(List.of(createServer().url(ApiPath.V1)));
        SECTIONS.forEach(name -> api.addTag(createTag().name(name)));
        ApiSchemas.complete(api.getComponents());
        api.getComponents()
                .addSecurityScheme(
                        TOKEN,
                        createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(
                                        "A token of a member, from /profile/tokens/. Its scopes: read, write, moderate."))
                .addHeader("ETag", header("Send it as If-None-Match."))
                .addHeader(
                        "RateLimit",
                        header("The rest of the limit: its name of the limit, r for requests, t for seconds."))
                .addHeader("RateLimit-Policy", header("The limit: its name, q for requests, w for seconds."))
                .addHeader("Retry-After", header("Seconds to wait."))
                .addHeader("Location", header("The address of the post."))
                .addHeader(
                        "WWW-Authenticate", header("The way in which a token is sent, and the scope that is missing."));
        Paths sorted = createPaths();
        new TreeMap<>(api.getPaths().getPathItems()).forEach((path, item) -> {
            String name = path.substring(ApiPath.V1.length());
            item.getOperations().forEach((method, operation) -> complete(api, name, method, operation));
            sorted.addPathItem(name, item);
        });
        api.paths(sorted);
    }

    private void complete(OpenAPI api, String path, HttpMethod method, Operation operation) {
        boolean reads = method == HttpMethod.GET;
        operation.summary(texts.get(operation.getOperationId())).tags(List.of(section(path)));
        operation.security(new ArrayList<>());
        if (reads && !path.matches("/me(/.*)?")) {
            operation.addSecurityRequirement(createSecurityRequirement());
        }
        operation.addSecurityRequirement(
                createSecurityRequirement().addScheme(TOKEN, List.of(reads ? "read" : "write")));
        parameters(method, operation);
        String body = ApiSchemas.body(operation.getOperationId());
        operation.requestBody(
                body == null
                        ? null
                        : createRequestBody()
                                .required(true)
                                .content(content(JSON, createSchema().ref(body))));
        responses(api, path, method, operation, body != null);
    }

    private static String section(String path) {
        if (path.contains("comment")) {
            return "Comments";
        }
        return path.contains("answer") ? "Answers" : path.startsWith("/questions") ? "Questions" : "Others";
    }

    private void parameters(HttpMethod method, Operation operation) {
        if (method == HttpMethod.GET) {
            operation.addParameter(requestHeader("If-None-Match").required(false));
        } else if (method == HttpMethod.PATCH) {
            operation.addParameter(requestHeader("If-Match").required(true));
        }
        for (Parameter parameter :
                operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
            String key = "value_" + parameter.getName().toLowerCase(Locale.ROOT).replace('-', '_');
            parameter.description(texts.get(key));
            if (parameter.getIn() == In.PATH && parameter.getName().equals("id")) {
                parameter.getSchema().minimum(BigDecimal.ONE);
            }
            ApiSchemas.limit(parameter.getName(), parameter.getSchema());
        }
    }

    private static Parameter requestHeader(String name) {
        return createParameter().name(name).in(In.HEADER).schema(text());
    }

    private void responses(OpenAPI api, String path, HttpMethod method, Operation operation, boolean hasBody) {
        APIResponses made = operation.getResponses();
        APIResponse success =
                made.getAPIResponse("201") == null ? made.getAPIResponse("200") : made.getAPIResponse("201");
        operation.responses(createAPIResponses());
        List<Integer> codes = new ArrayList<>(List.of(400, 401, 403, 406, ADDRESS_TOO_LONG, 429, 503));
        if (method == HttpMethod.DELETE) {
            add(operation, 204, createAPIResponse());
        } else if (made.getAPIResponse("201") == null) {
            add(operation, 200, createAPIResponse().content(answer(api, path, operation, success)));
        } else {
            Content post = success.getContent();
            add(operation, 200, createAPIResponse().content(post));
            operation.getResponses().getAPIResponse("200").description("The same post had arrived before.");
            add(operation, 201, createAPIResponse().content(post).addHeader("Location", reference("Location")));
            add(operation, 202, problem());
        }
        if (method == HttpMethod.GET) {
            operation.getResponses().getAPIResponse("200").addHeader("ETag", reference("ETag"));
            add(operation, 304, createAPIResponse().addHeader("ETag", reference("ETag")));
        } else {
            codes.add(409);
        }
        if (hasBody) {
            codes.addAll(List.of(408, 413, 415, 422));
        }
        if (method == HttpMethod.DELETE) {
            codes.add(422);
        }
        if (method == HttpMethod.PATCH) {
            codes.addAll(List.of(412, 428));
        }
        if (path.contains("{") || has(operation, "tag")) {
            codes.add(404);
        }
        for (int code : codes.stream().sorted().toList()) {
            String name = "Status" + code;
            operation
                    .getResponses()
                    .addAPIResponse("" + code, createAPIResponse().ref(name));
            // The server itself refuses a too long address, before the site has read it.
            APIResponse response = code == ADDRESS_TOO_LONG ? createAPIResponse() : withHeaders(code, problem());
            api.getComponents().addResponse(name, response.description(statuses.get("status_" + code)));
        }
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> parameter.equals(one.getName()));
    }

    /** The content of a successful response: the record, or a page of records for a list. */
    private static Content answer(OpenAPI api, String path, Operation operation, APIResponse success) {
        if (path.equals(ApiLinks.DOCUMENT)) {
            return content(JSON, createSchema().addType(SchemaType.OBJECT));
        }
        Schema one =
                success.getContent().getMediaTypes().values().iterator().next().getSchema();
        if (!has(operation, "cursor")) {
            return content(JSON, one);
        }
        String name = one.getRef().replaceFirst(".*/", "") + "List";
        if (!api.getComponents().getSchemas().containsKey(name)) {
            api.getComponents().addSchema(name, ApiSchemas.list(one));
        }
        return content(JSON, createSchema().ref(name));
    }

    private void add(Operation operation, int code, APIResponse response) {
        response.description(statuses.get("status_" + code));
        operation.getResponses().addAPIResponse("" + code, withHeaders(code, response));
    }

    private static APIResponse withHeaders(int code, APIResponse response) {
        if (code == 429 || code == 503) {
            response.addHeader("Retry-After", reference("Retry-After"));
        }
        if (code == 401 || code == 403) {
            response.addHeader("WWW-Authenticate", reference("WWW-Authenticate"));
        }
        return response.addHeader("RateLimit", reference("RateLimit"))
                .addHeader("RateLimit-Policy", reference("RateLimit-Policy"));
    }

    private static APIResponse problem() {
        return createAPIResponse().content(content(PROBLEM_JSON, createSchema().ref("Problem")));
    }

    private static Content content(String type, Schema schema) {
        return createContent().addMediaType(type, createMediaType().schema(schema));
    }

    private static Header header(String text) {
        return createHeader().description(text).schema(text());
    }

    private static Header reference(String name) {
        return createHeader().ref(name);
    }

    private static Schema text() {
        return createSchema().addType(SchemaType.STRING);
    }
}
