package askme.member;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The part of a member that pages show.
 *
 * @param nickname the public name
 * @param avatar the name of the stored picture, or null if the default avatar is shown
 * @param rating the sum of the ratings of the member's posts
 */
@TemplateData
@RegisterForReflection // the cache of the sidebar contains it, as JSON
public record MemberRef(long id, String nickname, String avatar, int rating) {

    /** The address of the picture; it changes with the picture, so it may be cached permanently. */
    public String avatarUrl() {
        return avatar != null
                ? LocalPath.with(MemberLinks.AVATAR, avatar)
                : LocalPath.with(MemberLinks.DEFAULT_AVATAR, nickname);
    }
}
