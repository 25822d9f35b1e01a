package askme.account.data;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A work order: make the files of an export. */
@RegisterForReflection
record ExportAsked(long exportId) {}
