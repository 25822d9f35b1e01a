package askme.web.page;

import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Results;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One resolver in place of all of a namespace. Qute asks them one after another, and {@code to:} has one for each class of links.
 * The resolver that knew a name with a number of parameters is asked first the next time; if it finds nothing, all are asked. Names
 * come from templates only, so the map is bounded.
 */
final class NamespaceIndex implements NamespaceResolver {

    private final String namespace;
    private final List<NamespaceResolver> resolvers;
    private final Map<Key, NamespaceResolver> found = new ConcurrentHashMap<>();

    /** The resolvers in the order in which they are asked. */
    NamespaceIndex(String namespace, List<NamespaceResolver> resolvers) {
        this.namespace = namespace;
        this.resolvers = List.copyOf(resolvers);
    }

    /** Its own methods are faster than those that a record gets. */
    private record Key(String name, int parameters) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && parameters == key.parameters && name.equals(key.name);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + parameters;
        }
    }

    @Override
    public String getNamespace() {
        return namespace;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        Key key = new Key(context.getName(), context.getParams().size());
        NamespaceResolver last = found.get(key);
        if (last == null) {
            return resolve(context, key, 0);
        }
        CompletionStage<Object> result = last.resolve(context);
        return result.thenCompose(value -> Results.isNotFound(value) ? resolve(context, key, 0) : result);
    }

    private CompletionStage<Object> resolve(EvalContext context, Key key, int index) {
        if (index == resolvers.size()) {
            return Results.notFound(context);
        }
        CompletionStage<Object> result = resolvers.get(index).resolve(context);
        return result.thenCompose(value -> {
            if (Results.isNotFound(value)) {
                return resolve(context, key, index + 1);
            }
            found.put(key, resolvers.get(index));
            return result;
        });
    }
}
