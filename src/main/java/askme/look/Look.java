package askme.look;

import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.web.WebLinks;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.List;

/** Name, colour, logo and icon of the site, as the settings say. */
@Singleton
@Unremovable // templates look it up
public class Look {

    private static final String PNG = "image/png";
    static final int MIDDLE_ICON = 192;

    private static final int LOGO_WIDTH = 176;
    private static final int LOGO_HEIGHT = 36;
    private static final int PREVIEW = 96;

    private final Settings settings;
    private volatile Computed computed = new Computed(Palette.USUAL, Palette.of(Palette.USUAL));

    Look(Settings settings) {
        this.settings = settings;
    }

    private record Computed(String colour, Palette palette) {}

    /** An icon of the site; the names are those of a web manifest. */
    public record Icon(String src, String sizes, String type) {}

    public String name() {
        return settings.get(SettingKeys.NAME);
    }

    /** Whether an administrator has named the site. */
    public boolean isNamed() {
        return !name().equals(SettingKeys.NAME.fallback());
    }

    /** The tagline in {@code language}; {@code otherwise} if nobody wrote one. */
    public String tagline(String language, String otherwise) {
        String text = settings.get(SettingKeys.TAGLINE).in(language, settings.get(SettingKeys.DEFAULT_LANGUAGE));
        return text.isEmpty() ? otherwise : text;
    }

    /** The colour that was chosen, or the usual one. */
    public String colour() {
        String colour = settings.get(SettingKeys.COLOUR);
        return colour.isEmpty() ? Palette.USUAL : colour;
    }

    private boolean isUsual() {
        return colour().equals(Palette.USUAL);
    }

    private Palette palette() {
        String colour = colour();
        Computed last = computed;
        if (!last.colour.equals(colour)) {
            last = new Computed(colour, Palette.of(colour));
            computed = last;
        }
        return last.palette;
    }

    /** The colour of links on a light ground. */
    public String brand() {
        return isUsual() ? Palette.USUAL : palette().light().toString();
    }

    /** The colour of links on a dark ground. */
    String brandOnDark() {
        return isUsual() ? Palette.USUAL_DARK : palette().dark().toString();
    }

    /** The address of the style sheet with the site's colours; null if the colours are the usual ones. */
    String stylesheet() {
        return stylesheetOf(colour());
    }

    /** The address of the style sheet that {@code colour} would have; null for the usual one, for "" and for null. */
    public static String stylesheetOf(String colour) {
        return colour == null || colour.isEmpty() || colour.equals(Palette.USUAL) ? null : LookLinks.style(colour);
    }

    /** The logo as the header shows it; null without one. */
    SitePicture logo() {
        String logo = settings.get(SettingKeys.LOGO);
        return logo.isEmpty() ? null : SitePictures.logo(logo).within(LOGO_WIDTH, LOGO_HEIGHT);
    }

    /** The uploaded icon, small; null without one. */
    SitePicture uploadedIcon() {
        String icon = settings.get(SettingKeys.ICON);
        return icon.isEmpty() ? null : new SitePicture(LookLinks.picture(SitePictures.small(icon)), PREVIEW, PREVIEW);
    }

    /** The icons of the site for a manifest. */
    public List<Icon> icons() {
        String uploaded = settings.get(SettingKeys.ICON);
        return uploaded.isEmpty()
                ? List.of(drawn(MIDDLE_ICON), drawn(SitePictures.ICON), drawing())
                : List.of(
                        smallUploaded(uploaded), new Icon(LookLinks.picture(uploaded), square(SitePictures.ICON), PNG));
    }

    private static Icon smallUploaded(String uploaded) {
        return new Icon(LookLinks.picture(SitePictures.small(uploaded)), square(SitePictures.SMALL_ICON), PNG);
    }

    private Icon drawing() {
        return new Icon(isUsual() ? WebLinks.ICON : LookLinks.icon(colour()), "any", "image/svg+xml");
    }

    private Icon drawn(int size) {
        String address = isUsual() ? "/icon-" + size + ".png" : LookLinks.icon(colour(), size);
        return new Icon(address, square(size), PNG);
    }

    private static String square(int side) {
        return side + "x" + side;
    }

    /** The icon for tabs and the header. */
    Icon icon() {
        String uploaded = settings.get(SettingKeys.ICON);
        return uploaded.isEmpty() ? drawing() : smallUploaded(uploaded);
    }

    /** The icon for the screens of devices. */
    Icon touchIcon() {
        String uploaded = settings.get(SettingKeys.ICON);
        return uploaded.isEmpty() ? drawn(SitePictures.SMALL_ICON) : smallUploaded(uploaded);
    }

    /** The largest icon as a picture. */
    public Icon largeIcon() {
        return icons().stream()
                .filter(icon -> icon.sizes().equals(square(SitePictures.ICON)))
                .findFirst()
                .orElseThrow();
    }
}
