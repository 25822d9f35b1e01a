package askme.tag.edit;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The questions of a tag have become questions of another one: the tag was merged or renamed.
 *
 * @param fromName null in an event of an earlier version of the site, as the other name
 */
@RegisterForReflection
public record TagsChanged(long from, long into, String fromName, String intoName) {}
