package askme.api;

import askme.member.MemberLinks;
import askme.member.MemberRef;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The author of a post. */
@RegisterForReflection
@Schema(name = "Author")
public record ApiAuthor(String nickname, int reputation, String url) {

    static ApiAuthor of(MemberRef member) {
        return new ApiAuthor(member.nickname(), member.rating(), MemberLinks.member(member.nickname()));
    }
}
