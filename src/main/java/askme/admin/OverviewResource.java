package askme.admin;

import askme.figures.Figures;
import askme.figures.SiteFigures;
import askme.jobs.admin.JobAdmin;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The first page of administrators: what happens on the site, and which parts do not work. */
@Path(AdminLinks.OVERVIEW)
@Produces(MediaType.TEXT_HTML)
@Blocking
@AdminOnly
class OverviewResource {

    private final Figures figures;
    private final JobAdmin jobs;
    private final Clock clock;

    OverviewResource(Figures figures, JobAdmin jobs, Clock clock) {
        this.figures = figures;
        this.jobs = jobs;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "admin")
    static class Views {
        static native TemplateInstance overview(SiteFigures figures, DayChart chart, JobsPage health);
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public TemplateInstance show() {
        SiteFigures read = figures.read();
        return Views.overview(read, DayChart.of(read.days()), JobsPage.of(jobs, clock.instant()));
    }
}
