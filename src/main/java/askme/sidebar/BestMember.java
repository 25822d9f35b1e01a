package askme.sidebar;

import askme.member.MemberRef;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A member of the week.
 *
 * @param gained the sum of the ratings of their questions and answers of the last week
 */
@RegisterForReflection
public record BestMember(MemberRef member, int gained) {}
