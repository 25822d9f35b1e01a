package askme.about;

import askme.web.page.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The pages about the site: who runs it, its rules, which data it keeps, how to reach its people. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class AboutResource {

    private final AboutPages pages;
    private final PageContext context;

    AboutResource(AboutPages pages, PageContext context) {
        this.pages = pages;
        this.context = context;
    }

    @CheckedTemplate(basePath = "about")
    static class Views {
        static native TemplateInstance page(String name, String text);
    }

    @GET
    @Path(AboutLinks.ABOUT)
    public TemplateInstance about() {
        return page("about");
    }

    @GET
    @Path(AboutLinks.RULES)
    public TemplateInstance rules() {
        return page("rules");
    }

    @GET
    @Path(AboutLinks.PRIVACY)
    public TemplateInstance privacy() {
        return page("privacy");
    }

    @GET
    @Path(AboutLinks.CONTACT)
    public TemplateInstance contact() {
        return page("contact");
    }

    private TemplateInstance page(String name) {
        return Views.page(name, pages.find(name, context.language()).orElseThrow(NotFoundException::new));
    }
}
