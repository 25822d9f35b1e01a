package askme.sidebar;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A tag of the cloud.
 *
 * @param questions asked with it in the last three months
 * @param weight its size in the cloud, 1 to 5
 */
@RegisterForReflection
public record PopularTag(String name, int questions, int weight) {}
