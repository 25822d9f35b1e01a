package askme.suggestion;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A suggested edit was taken or declined by another member than its proposer. */
@RegisterForReflection
public record SuggestionDecided(long suggestionId, long proposerId) {}
