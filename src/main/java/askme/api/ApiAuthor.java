package askme.api;

import askme.member.MemberLinks;
import askme.member.MemberRef;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The author of a post. */
@RegisterForReflection
public record ApiAuthor(String nickname, int reputation, String url) {

    static ApiAuthor of(MemberRef member) {
        return new ApiAuthor(member.nickname(), member.rating(), MemberLinks.member(member.nickname()));
    }
}
