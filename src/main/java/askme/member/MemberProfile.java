package askme.member;

import io.quarkus.qute.TemplateData;

/**
 * The text of a member about himself or herself. Each part may be empty.
 *
 * @param about Markdown
 * @param link an address that begins with {@code https://} or {@code http://}
 * @param title pronouns or a title, one line
 */
@TemplateData
public record MemberProfile(String about, String link, String title) {

    public static final MemberProfile EMPTY = new MemberProfile("", "", "");

    /** The link without its scheme, as pages show it. */
    public String linkText() {
        return link.replaceFirst("^https?://", "").replaceFirst("/$", "");
    }
}
