package askme.badge;

import io.quarkus.qute.TemplateData;
import java.util.Locale;

/** How hard a badge is to get. */
@TemplateData
public enum Rank {
    BRONZE,
    SILVER,
    GOLD;

    /** The name in style sheets. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
