package askme.tag.edit;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The questions of a tag have become questions of another one. */
@RegisterForReflection
public record TagsChanged(long from, long into) {}
