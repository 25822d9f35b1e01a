package askme.follow;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of following and saving. */
@TemplateExtension(namespace = "to", priority = 31)
public final class FollowLinks {

    static final String QUESTION = "/question/{id}/follow";
    static final String MUTE = "/question/{id}/mute";
    static final String SAVE = "/question/{id}/save";
    static final String TAG = "/tag/{tag}/follow";
    static final String MEMBER = "/member/{nickname}/follow";
    static final String FOLLOWING = "/following";
    static final String SAVED = "/saved";

    private FollowLinks() {}

    static String followQuestion(long id) {
        return LocalPath.with(QUESTION, id);
    }

    static String muteQuestion(long id) {
        return LocalPath.with(MUTE, id);
    }

    static String saveQuestion(long id) {
        return LocalPath.with(SAVE, id);
    }

    static String followTag(String name) {
        return LocalPath.with(TAG, name);
    }

    static String followMember(String nickname) {
        return LocalPath.with(MEMBER, nickname);
    }

    /** The list of followed {@code questions}, {@code tags} or {@code members}. */
    static String following(String tab) {
        return FOLLOWING + "/" + (tab.equals("questions") ? "" : "?tab=" + tab);
    }

    static String saved() {
        return SAVED + "/";
    }

    static String savedAbout(String words) {
        return words.isEmpty() ? saved() : LocalPath.with(SAVED + "/?q={words}", words);
    }
}
