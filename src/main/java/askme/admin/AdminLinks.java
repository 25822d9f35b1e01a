package askme.admin;

import io.quarkus.qute.TemplateExtension;

/** The URLs of the operator's pages. */
@TemplateExtension(namespace = "to", priority = 13)
public final class AdminLinks {

    static final String JOBS = "/admin/jobs";

    private AdminLinks() {}

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
