package askme.account.data;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of one's data. */
@TemplateExtension(namespace = "to", priority = 73)
final class DataLinks {

    static final String EXPORT = "/profile/data/export";
    static final String EXPORT_PART = "/profile/data/export/{id}/{part}";
    static final String DELETE_ACCOUNT = "/profile/data/delete";
    static final String KEEP_ACCOUNT = "/profile/data/keep";

    private DataLinks() {}

    static String exportData() {
        return EXPORT;
    }

    static String exportPart(long export, int part) {
        return LocalPath.with(EXPORT_PART.replace("{part}", Integer.toString(part)), export);
    }

    static String deleteAccount() {
        return DELETE_ACCOUNT;
    }

    static String keepAccount() {
        return KEEP_ACCOUNT;
    }
}
