package askme.member;

import io.quarkus.qute.TemplateData;
import java.util.Locale;

/** An act that members have the right to from a rating on. The site's settings hold the ratings. */
@TemplateData
public enum Privilege {
    VOTE(0),
    COMMENT(0),
    PICTURES(0),
    /** Change posts of others at once, instead of suggesting it. */
    EDIT(500),
    CLOSE(500),
    REVIEW(500),
    TAGWIKI(300);

    private final int byDefault;

    Privilege(int byDefault) {
        this.byDefault = byDefault;
    }

    /** The threshold without a setting. */
    public int byDefault() {
        return byDefault;
    }

    /** The name on pages and in addresses. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
