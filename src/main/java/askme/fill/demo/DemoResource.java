package askme.fill.demo;

import askme.question.QuestionLinks;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;

/** The button on the empty home page. The address exists only in dev mode. */
@Path(DemoLinks.DEMO)
@Produces(MediaType.TEXT_HTML)
@Blocking
class DemoResource {

    private final Demo demo;

    DemoResource(Demo demo) {
        this.demo = demo;
    }

    @POST
    public Response write() throws SQLException {
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            throw new NotFoundException();
        }
        demo.write();
        return Response.seeOther(URI.create(QuestionLinks.newest())).build();
    }
}
