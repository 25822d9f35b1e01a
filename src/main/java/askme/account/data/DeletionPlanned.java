package askme.account.data;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The account of a member will be deleted. The time is in the row of the member, as the plan may be taken back. */
@RegisterForReflection
public record DeletionPlanned(long memberId) {}
