package askme.sidebar;

import askme.member.MemberRef;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A member of the week.
 *
 * @param gained the summed rating of the questions and answers they wrote in the last week
 */
@RegisterForReflection
public record BestMember(MemberRef member, int gained) {}
