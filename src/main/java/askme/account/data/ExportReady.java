package askme.account.data;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The files of an export can be fetched. */
@RegisterForReflection
public record ExportReady(long exportId, long memberId) {}
