package askme.admin;

import io.quarkus.qute.TemplateExtension;

/** The addresses of the operator's pages. */
@TemplateExtension(namespace = "to", priority = 13)
public final class AdminLinks {

    static final String JOBS = "/admin/jobs";

    private AdminLinks() {}

    static String jobs() {
        return JOBS + "/";
    }

    /** What the page asks every two seconds; JSON. */
    static String jobsState() {
        return JOBS + "/state";
    }

    /** A form's target: one of the steps in {@link JobsResource}. */
    static String jobsStep(String step) {
        return JOBS + "/" + step;
    }
}
