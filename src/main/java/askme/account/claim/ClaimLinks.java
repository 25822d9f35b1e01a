package askme.account.claim;

import io.quarkus.qute.TemplateExtension;

/** The address of the page on which imported members get their accounts. */
@TemplateExtension(namespace = "to", priority = 56)
public final class ClaimLinks {

    static final String CLAIM = "/claim";

    private ClaimLinks() {}

    public static String claim() {
        return CLAIM + "/";
    }
}
