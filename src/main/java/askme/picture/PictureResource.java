package askme.picture;

import askme.markdown.PictureAddress;
import askme.picture.decoding.PictureRefused;
import askme.picture.storage.PictureStorage;
import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Receives and serves pictures in posts. The content behind a name never changes, so browsers may cache it permanently. */
@Path("/")
@Blocking
class PictureResource {

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final LocalizedMessages<PictureMessages> MESSAGES = LocalizedMessages.of(PictureMessages.class);

    private final Pictures pictures;
    private final PictureStorage storage;
    private final CurrentMember current;

    PictureResource(Pictures pictures, PictureStorage storage, CurrentMember current) {
        this.pictures = pictures;
        this.storage = storage;
        this.current = current;
    }

    /**
     * The reply to an upload.
     *
     * @param markdown what shows the picture in a text; its description is empty
     */
    public record Uploaded(String url, String markdown) {}

    @GET
    @Path(PictureLinks.PICTURE)
    public Response picture(@RestPath String name) {
        if (!PictureAddress.isName(name)) {
            throw new NotFoundException();
        }
        return storage.find(name)
                .map(file -> Response.ok(file, name.endsWith("png") ? "image/png" : "image/jpeg")
                        .header("Cache-Control", IMMUTABLE)
                        .build())
                .orElseThrow(NotFoundException::new);
    }

    @POST
    @Path(PictureLinks.UPLOAD)
    @RateLimited("picture")
    @MemberUpload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<Uploaded> upload(@RestForm FileUpload picture) {
        if (picture == null || picture.size() == 0) {
            throw refused("no-picture", MESSAGES.get().missing());
        }
        try {
            PictureAddress added =
                    pictures.add(picture, current.required().id()).orElseThrow(PictureResource::tooMuchToday);
            return RestResponse.ResponseBuilder.create(
                            RestResponse.Status.CREATED, new Uploaded(added.url(), "![](" + added.url() + ")"))
                    .location(URI.create(added.url()))
                    .build();
        } catch (PictureRefused e) {
            throw switch (e.fault()) {
                case TOO_LARGE -> refused("too-large", MESSAGES.get().too_large());
                case NOT_A_PICTURE -> refused("not-a-picture", MESSAGES.get().no_picture());
                case TOO_MANY_PIXELS ->
                    refused("too-many-pixels", MESSAGES.get().too_many_pixels());
            };
        }
    }

    static ProblemException tooMuchToday() {
        return new ProblemException(TOO_MANY, "too-much-today", MESSAGES.get().too_much_today());
    }

    private static ProblemException refused(String code, String detail) {
        return new ProblemException(UNPROCESSABLE, code, detail);
    }
}
