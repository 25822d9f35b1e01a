package askme.look;

import io.quarkus.qute.TemplateData;

/**
 * An uploaded picture of the site, as a page shows it.
 *
 * @param src its address
 */
@TemplateData
public record SitePicture(String src, int width, int height) {

    /** The same, at most {@code mostWidth} wide and {@code mostHeight} high. */
    SitePicture within(int mostWidth, int mostHeight) {
        double scale = Math.min(1, Math.min((double) mostWidth / width, (double) mostHeight / height));
        return new SitePicture(
                src, Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
    }
}
