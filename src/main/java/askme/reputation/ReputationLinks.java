package askme.reputation;

import askme.member.MemberLinks;
import io.quarkus.qute.TemplateExtension;

/** The addresses of the pages that explain ratings. */
@TemplateExtension(namespace = "to", priority = 46)
public final class ReputationLinks {

    static final String REPUTATION = MemberLinks.MEMBER + "/reputation";

    private ReputationLinks() {}

    public static String reputation(String nickname) {
        return MemberLinks.member(nickname) + "reputation/";
    }
}
