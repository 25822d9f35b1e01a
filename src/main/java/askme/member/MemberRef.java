package askme.member;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a page shows of a member.
 *
 * @param nickname the public name
 * @param avatar the name of the stored picture, or null where a generated one stands for it
 * @param rating the sum of the ratings of the member's posts
 */
public record MemberRef(long id, String nickname, String avatar, int rating) {

    /** The address of the picture; it changes with the picture, so that it may be cached for ever. */
    public String avatarUrl() {
        return avatar != null
                ? "/avatar/" + avatar
                : "/avatar/default/" + URLEncoder.encode(nickname, StandardCharsets.UTF_8) + ".svg";
    }
}
