package askme.sidebar;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A tag of the tag cloud.
 *
 * @param questions the number of questions with this tag in the last three months
 * @param weight its size in the tag cloud, 1 to 5
 */
@RegisterForReflection
public record PopularTag(String name, int questions, int weight) {}
