package askme.admin;

import io.quarkus.qute.TemplateExtension;

/** The URLs of the operator's pages. */
@TemplateExtension(namespace = "to", priority = 13)
public final class AdminLinks {

    static final String JOBS = "/admin/jobs";

    static final String MAILS = "/admin/mails";

    private AdminLinks() {}

    static String mailPreviews() {
        return MAILS + "/";
    }

    static String mailPreview(String name, String language) {
        return MAILS + "/" + name + "/" + language;
    }

    static String mailPreviewHtml(String name, String language) {
        return mailPreview(name, language) + "/html";
    }

    static String jobs() {
        return JOBS + "/";
    }

    /** The state of the jobs page as JSON, which the page requests every two seconds. */
    static String jobsState() {
        return JOBS + "/state";
    }

    /** The target of a form: one of the actions of {@link JobsResource}. */
    static String jobsStep(String step) {
        return JOBS + "/" + step;
    }
}
