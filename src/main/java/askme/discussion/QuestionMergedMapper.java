package askme.discussion;

import askme.question.QuestionLinks;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Redirects from a merged question. Browsers keep the anchor of an answer. The redirect is temporary, because the question may be reopened. */
class QuestionMergedMapper {

    @ServerExceptionMapper
    public Response merged(QuestionMerged merged) {
        return Response.status(Response.Status.FOUND)
                .location(URI.create(QuestionLinks.question(merged.into())))
                .header("Cache-Control", "no-store")
                .build();
    }
}
