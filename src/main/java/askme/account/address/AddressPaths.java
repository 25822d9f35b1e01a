package askme.account.address;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of the pages about e-mail addresses. */
@TemplateExtension(namespace = "to", priority = 71)
public final class AddressPaths {

    public static final String LINK = "/confirm/{token}";
    public static final String SEND_AGAIN = "/profile/account/confirmation";

    private AddressPaths() {}

    /** The page behind a link of a mail. */
    public static String link(String token) {
        return LocalPath.with(LINK, token);
    }

    static String sendConfirmation() {
        return SEND_AGAIN;
    }
}
