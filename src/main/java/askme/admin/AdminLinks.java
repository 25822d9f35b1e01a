package askme.admin;

import askme.webhook.Endpoint;
import io.quarkus.qute.TemplateExtension;

/** The URLs of the operator's pages. */
@TemplateExtension(namespace = "to", priority = 13)
public final class AdminLinks {

    static final String JOBS = "/admin/jobs";

    static final String MAILS = "/admin/mails";

    static final String MEMBERS = "/admin/members";

    static final String SETTINGS = "/admin/settings";

    /** Below it; receives logo and icon. */
    static final String PICTURES = "/pictures";

    static final String INVITATIONS = "/admin/invitations";

    static final String WEBHOOKS = "/admin/webhooks";

    static final String OVERVIEW = "/admin";

    private AdminLinks() {}

    public static String settings() {
        return SETTINGS + "/";
    }

    static String invitations() {
        return INVITATIONS + "/";
    }

    static String invitationEnd(long id) {
        return INVITATIONS + "/" + id + "/end";
    }

    /** The receivers of webhooks. */
    static String webhooks() {
        return WEBHOOKS + "/";
    }

    static String webhook(long id) {
        return Endpoint.path(id);
    }

    static String webhookDead(long id) {
        return webhook(id) + "?only=dead";
    }

    static String webhookTest(long id) {
        return webhook(id) + "test";
    }

    static String webhookRemove(long id) {
        return webhook(id) + "remove";
    }

    static String webhookAgain(long id, long delivery) {
        return webhook(id) + "deliveries/" + delivery + "/again";
    }

    static String overview() {
        return OVERVIEW + "/";
    }

    static String settingsPictures() {
        return SETTINGS + PICTURES;
    }

    /** The target of the form of one section. */
    static String settingsSection(String section) {
        return SETTINGS + "/" + section;
    }

    /** The list of members for administrators; {@code members} is the public one. */
    static String manageMembers() {
        return MEMBERS + "/";
    }

    static String manageMembersOf(String role) {
        return MEMBERS + "/?role=" + role;
    }

    static String giveRole() {
        return MEMBERS + "/role";
    }

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
