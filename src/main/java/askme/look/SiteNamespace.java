package askme.look;

import askme.web.Languages;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.util.List;

/** Name and look of the site in every template: {@code {site:name}}. */
@TemplateExtension(namespace = "site")
final class SiteNamespace {

    private SiteNamespace() {}

    static String name() {
        return look().name();
    }

    /** The tagline in {@code language}, or {@code otherwise}. */
    static String tagline(String language, String otherwise) {
        return look().tagline(language, otherwise);
    }

    static String brand() {
        return look().brand();
    }

    static String brandOnDark() {
        return look().brandOnDark();
    }

    static String stylesheet() {
        return look().stylesheet();
    }

    static SitePicture logo() {
        return look().logo();
    }

    static Look.Icon icon() {
        return look().icon();
    }

    static String touchIcon() {
        return look().touchIcon().src();
    }

    static String largeIcon() {
        return look().largeIcon().src();
    }

    /** Whether readers may choose this language. */
    static boolean offers(String language) {
        return Languages.offered().contains(language);
    }

    /** The pictures that an administrator uploads. */
    static List<String> pictureNames() {
        return List.of("logo", "icon");
    }

    /** The uploaded picture; null without one. */
    static SitePicture picture(String name) {
        return name.equals("logo") ? look().logo() : look().uploadedIcon();
    }

    private static Look look() {
        return Arc.container().instance(Look.class).get();
    }
}
