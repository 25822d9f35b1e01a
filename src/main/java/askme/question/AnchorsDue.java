package askme.question;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The page anchors are to be rebuilt. */
@RegisterForReflection
record AnchorsDue() {}
