package askme.web.page;

import askme.web.Languages;
import askme.web.LocalPath;
import askme.web.WebLinks;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Sets the language. It is a link, so it works without JavaScript, and on guests' pages, which have no CSRF token. */
@Path(WebLinks.LANGUAGE)
@Produces(MediaType.TEXT_HTML)
class LanguageResource {

    @GET
    public Response choose(@RestPath String language, @RestQuery("continue") String back) {
        if (!Languages.offered().contains(language)) {
            throw new NotFoundException();
        }

        return Response.seeOther(URI.create(LocalPath.of(back)))
                .cookie(Languages.cookie(language))
                .header("Cache-Control", "no-store")
                .build();
    }
}
