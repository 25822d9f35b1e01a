package askme.suggestion;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A member suggested an edit of a post of somebody else. A change of a suggestion that waits is no event. */
@RegisterForReflection
public record EditSuggested(long suggestionId) {}
