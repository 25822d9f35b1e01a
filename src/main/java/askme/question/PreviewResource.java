package askme.question;

import askme.markdown.MarkdownCache;
import askme.markdown.PostText;
import askme.markdown.UserInput;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.web.WebLinks;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;

/** The editor's preview. It uses the renderer of the page, so that the posted text looks the same. */
@Path(WebLinks.PREVIEW)
@Blocking
class PreviewResource {

    private static final int TOO_LARGE = 413;

    private final MarkdownCache markdownCache;
    private final CurrentMember current;

    PreviewResource(MarkdownCache markdownCache, CurrentMember current) {
        this.markdownCache = markdownCache;
        this.current = current;
    }

    /** Safe HTML of {@code text}, as a fragment without a layout; 413 if the text is too long for a post. */
    @POST
    @BeforeConfirmation
    @RateLimited("preview")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Response preview(@RestForm String text) {
        current.required();
        String markdown = text == null ? "" : UserInput.lines(text);
        if (markdown.length() > PostText.LONGEST) {
            throw new WebApplicationException(TOO_LARGE);
        }
        return Response.ok(markdownCache.preview(markdown).html())
                .header("Cache-Control", "no-store")
                .build();
    }
}
