package askme.suggestion;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** Suggested edits wait, or do not wait any longer: they were proposed, decided, withdrawn, or removed with their post. */
@RegisterForReflection
public record SuggestionsChanged(List<Long> suggestions) {}
