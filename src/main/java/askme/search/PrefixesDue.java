package askme.search;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The table of common prefixes is to be filled anew. */
@RegisterForReflection
record PrefixesDue() {}
