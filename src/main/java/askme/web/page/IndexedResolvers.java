package askme.web.page;

import io.quarkus.logging.Log;
import io.quarkus.qute.Engine;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces the resolvers of Qute by {@link ResolverIndex}. Qute has no interface for this, so a private field of its evaluator is
 * set. If that fails, pages are slower and the log says so. See decision 0068.
 */
@Singleton
@RegisterForReflection(classNames = "io.quarkus.qute.EvaluatorImpl", methods = false)
class IndexedResolvers {

    /** The only resolver of Qute that decides by the value itself, and not by its class. */
    private static final Class<?> MAPPERS = ValueResolvers.mapperResolver().getClass();

    void index(@Observes Engine engine) {
        try {
            Field resolvers = engine.getEvaluator().getClass().getDeclaredField("resolvers");
            resolvers.setAccessible(true);
            resolvers.set(engine.getEvaluator(), indexed(engine.getValueResolvers()));
        } catch (ReflectiveOperationException | RuntimeException failure) {
            Log.warnf("Pages are rendered without the index of resolvers, so slower: %s", failure);
        }
    }

    private static List<ValueResolver> indexed(List<ValueResolver> all) {
        List<ValueResolver> indexed = new ArrayList<>();
        List<ValueResolver> decidedByClass = new ArrayList<>();
        all.forEach(resolver -> (resolver.getClass() == MAPPERS ? indexed : decidedByClass).add(resolver));
        indexed.add(new ResolverIndex(decidedByClass));
        return indexed;
    }
}
