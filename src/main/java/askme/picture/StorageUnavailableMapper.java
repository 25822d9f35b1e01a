package askme.picture;

import askme.picture.storage.StorageUnavailable;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.http.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers {@link StorageUnavailable} with status 503: a picture, an upload, or a form that brought an avatar. */
class StorageUnavailableMapper {

    private static final int RETRY_AFTER_S = 10;

    private final LocalizedMessages<PictureMessages> messages = LocalizedMessages.of(PictureMessages.class);

    @ServerExceptionMapper
    public Response unavailable(StorageUnavailable away, HttpServerRequest request) {
        Problem problem = Problem.of(503, "pictures-away", messages.get().unavailable());
        return PageResponses.unavailable(problem, RETRY_AFTER_S, request);
    }
}
