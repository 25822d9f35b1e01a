package askme.member;

import askme.web.LocalPath;

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
                ? LocalPath.with(MemberLinks.PICTURE, avatar)
                : LocalPath.with(MemberLinks.DRAWN, nickname);
    }
}
