package askme.waiting;

import io.quarkus.qute.TemplateExtension;

/** The addresses of the page of waiting posts. */
@TemplateExtension(namespace = "to", priority = 72)
public final class WaitingLinks {

    static final String WAITING = "/profile/waiting";
    static final String DISCARD = "/profile/waiting/discard";
    static final String POST = "/profile/waiting/post";

    private WaitingLinks() {}

    public static String waitingPosts() {
        return WAITING + "/";
    }

    static String discardWaiting() {
        return DISCARD;
    }

    static String postWaiting() {
        return POST;
    }
}
