package askme.api;

import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberProfile;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member, as everybody can read. */
@RegisterForReflection
@Schema(name = "Member")
public record ApiMember(
        String nickname,
        String url,
        int reputation,
        Instant joinedAt,
        int questions,
        int answers,
        String about,
        String link,
        String title) {

    static ApiMember of(Member member, MemberProfile profile) {
        return new ApiMember(
                member.nickname,
                MemberLinks.member(member.nickname),
                member.rating,
                member.joinedAt,
                member.questionCount,
                member.answerCount,
                profile.about(),
                profile.link(),
                profile.title());
    }
}
