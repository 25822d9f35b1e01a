package askme.web.page;

import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One resolver in place of many, which finds those that apply in a map. Qute asks one after another, for each part of an
 * expression and at each level of nested tags. With a generated resolver for each of 190 types, that cost a third of a page.
 * Whether an indexed resolver applies depends on the class of the value, the name and the number of parameters, and on nothing
 * else. All of these come from the program and its templates, so the map is bounded.
 */
final class ResolverIndex implements ValueResolver {

    private final List<ValueResolver> resolvers;
    private final Map<Key, ValueResolver[]> applicable = new ConcurrentHashMap<>();

    /** The resolvers in the order in which they are asked. */
    ResolverIndex(List<ValueResolver> resolvers) {
        this.resolvers = List.copyOf(resolvers);
    }

    /** Its own methods, because those that a record gets took a twelfth of the time of a page. */
    private record Key(Class<?> type, String name, int parameters) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && type == key.type
                    && parameters == key.parameters
                    && name.equals(key.name);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * name.hashCode() + parameters) + (type == null ? 0 : type.hashCode());
        }

        static Key of(EvalContext context) {
            Object base = context.getBase();
            return new Key(
                    base == null ? null : base.getClass(),
                    context.getName(),
                    context.getParams().size());
        }
    }

    @Override
    public boolean appliesTo(EvalContext context) {
        return applicable(context).length > 0;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        return resolve(context, applicable(context), 0);
    }

    /** The only resolver that applies needs no look-up the next time. */
    @Override
    public ValueResolver getCachedResolver(EvalContext context) {
        ValueResolver[] found = applicable(context);
        return found.length == 1 ? found[0].getCachedResolver(context) : this;
    }

    private ValueResolver[] applicable(EvalContext context) {
        Key key = Key.of(context);
        ValueResolver[] found = applicable.get(key);
        if (found == null) {
            found = resolvers.stream()
                    .filter(resolver -> resolver.appliesTo(context))
                    .toArray(ValueResolver[]::new);
            applicable.put(key, found);
        }
        return found;
    }

    private static CompletionStage<Object> resolve(EvalContext context, ValueResolver[] found, int index) {
        CompletionStage<Object> result = found[index].resolve(context);
        if (index + 1 == found.length) {
            return result;
        }
        return result.thenCompose(value -> Results.isNotFound(value) ? resolve(context, found, index + 1) : result);
    }
}
