package askme.tag.edit;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A work order: continue a merge of two tags. */
@RegisterForReflection
public record MergeTags(long mergeId) {}
