package askme.look;

import askme.picture.decoding.PictureFile;
import askme.web.WebLinks;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;

/** The look of the site: the style sheet of its colour, its icons and its logo. */
@Path("/")
class LookResource {

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";

    /** An icon that an administrator changes is seen at once. */
    private static final String VALIDATED = "public, no-cache";

    private static final Set<Integer> SIZES = Set.of(SitePictures.SMALL_ICON, Look.MIDDLE_ICON, SitePictures.ICON);
    private static final Pattern COLOUR = Pattern.compile("[0-9a-f]{6}");

    private final Look look;
    private final SitePictures pictures;

    LookResource(Look look, SitePictures pictures) {
        this.look = look;
        this.pictures = pictures;
    }

    /** The colours that follow from {@code colour}: also those of a colour that somebody only tries. */
    @GET
    @NonBlocking
    @Path(LookLinks.STYLE)
    public Response style(@RestPath String colour) {
        return immutable(palette(colour).css(), "text/css");
    }

    @GET
    @NonBlocking
    @Path(LookLinks.ICON)
    public Response icon(@RestPath String colour) {
        return immutable(DrawnIcon.svg(palette(colour).light()), "image/svg+xml");
    }

    /** Drawing pixels takes some milliseconds, so only the site's own colour is drawn. */
    @GET
    @Blocking
    @Path(LookLinks.ICON_PNG)
    public Response icon(@RestPath String colour, @RestPath int size) throws IOException {
        if (!look.colour().equals("#" + colour) || !SIZES.contains(size)) {
            throw new NotFoundException();
        }
        Colour brand = palette(colour).light();
        return immutable(PictureFile.png(DrawnIcon.pixels(brand, size)).bytes(), "image/png");
    }

    @GET
    @Blocking
    @Path(LookLinks.PICTURE)
    public Response picture(@RestPath String name) {
        return pictures.find(name).map(file -> immutable(file, "image/png")).orElseThrow(NotFoundException::new);
    }

    /** The default address of the icon, for programs that ignore {@code <link rel="icon">}: feed readers, previews, old browsers. */
    @GET
    @NonBlocking
    @Path(WebLinks.FAVICON)
    public Response favicon() {
        return Response.status(Response.Status.FOUND)
                // Not location(): it would add the Host of one client to a response that a proxy caches for all.
                .header("Location", look.icon().src())
                .header("Cache-Control", VALIDATED)
                .build();
    }

    private static Palette palette(String colour) {
        if (!COLOUR.matcher(colour).matches()) {
            throw new NotFoundException();
        }
        return Palette.of("#" + colour);
    }

    private static Response immutable(Object content, String type) {
        return Response.ok(content, type).header("Cache-Control", IMMUTABLE).build();
    }
}
