package askme.api;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A page of a list.
 *
 * @param next the parameter {@code cursor} of the next page; null on the last page
 */
@RegisterForReflection
public record ApiPage<T>(List<T> items, String next) {}
