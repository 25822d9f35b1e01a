package askme.api;

import askme.web.ratelimit.ApiRate;
import askme.web.ratelimit.RateLimit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The page that describes the API to people. It shows the document that programs read. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ReferenceResource {

    private final ApiDocument document;
    private final ApiRate rate;

    ReferenceResource(ApiDocument document, ApiRate rate) {
        this.document = document;
        this.rate = rate;
    }

    @CheckedTemplate(basePath = "api")
    static class Views {
        /** @param statuses all that an operation can answer with */
        static native TemplateInstance reference(List<ApiDocument.Part> parts, List<String> statuses, Rates rates);
    }

    /** The limits of all requests; their windows are in seconds. */
    @TemplateData
    record Rates(int ofMembers, long window, int ofGuests, long windowOfGuests) {

        static Rates of(RateLimit members, RateLimit guests) {
            return new Rates(
                    members.permits(),
                    members.window().toSeconds(),
                    guests.permits(),
                    guests.window().toSeconds());
        }
    }

    @GET
    @Path(ApiLinks.PAGE)
    public TemplateInstance page() {
        List<ApiDocument.Part> parts = document.parts();
        List<String> statuses = parts.stream()
                .flatMap(part -> part.operations().stream())
                .flatMap(operation -> operation.statuses().stream())
                .distinct()
                .sorted()
                .toList();
        return Views.reference(parts, statuses, Rates.of(rate.ofMembers(), rate.ofGuests()));
    }
}
