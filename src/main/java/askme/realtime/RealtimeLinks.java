package askme.realtime;

import askme.question.QuestionLinks;
import askme.settings.Settings;
import askme.web.LocalPath;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;

/** The addresses that scripts request. */
@TemplateExtension(namespace = "to", priority = 11)
public final class RealtimeLinks {

    static final String TOKEN = "/realtime/token";
    static final String SINCE = QuestionLinks.QUESTION + "/answers/since";

    private RealtimeLinks() {}

    static String connectionToken() {
        return TOKEN;
    }

    /** The WebSocket address to which scripts connect. */
    static String live() {
        return Arc.container().instance(RealtimeConfig.class).get().url().toString();
    }

    /** The channel that a question's page subscribes to. */
    static String questionChannel(long question) {
        return Channels.ofQuestion(
                question, Arc.container().instance(Settings.class).get().forMembersOnly());
    }

    /** The channel that pages of members with tags subscribe to. */
    static String listsChannel() {
        return Channels.ofLists(Arc.container().instance(Settings.class).get().forMembersOnly());
    }

    static String answersSince(long question) {
        return LocalPath.with(SINCE, question);
    }
}
