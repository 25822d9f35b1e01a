package askme.web.page;

import io.quarkus.logging.Log;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Evaluator;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Replaces the resolvers of Qute by {@link ResolverIndex}, and those of a namespace by {@link NamespaceIndex}. Qute has no
 * interface for this, so private fields of its evaluator are set. If that fails, pages are slower and the log says so. See decision
 * 0068.
 */
@Singleton
@RegisterForReflection(classNames = "io.quarkus.qute.EvaluatorImpl", methods = false)
class IndexedResolvers {

    /** The only resolver of Qute that decides by the value itself, and not by its class. */
    private static final Class<?> MAPPERS = ValueResolvers.mapperResolver().getClass();

    void index(@Observes Engine engine) {
        try {
            Evaluator evaluator = engine.getEvaluator();
            field(evaluator, "resolvers").set(evaluator, indexed(engine.getValueResolvers()));
            @SuppressWarnings("unchecked")
            Map<String, NamespaceResolver[]> namespaces = (Map<String, NamespaceResolver[]>)
                    field(evaluator, "namespaceResolvers").get(evaluator);
            namespaces.replaceAll(IndexedResolvers::indexed);
        } catch (ReflectiveOperationException | RuntimeException failure) {
            Log.warnf("Pages are rendered without the index of resolvers, so slower: %s", failure);
        }
    }

    private static Field field(Evaluator evaluator, String name) throws ReflectiveOperationException {
        Field field = evaluator.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** Keeps the last resolver, because Qute reports an unknown name if several resolvers do not know it, not if one does not. */
    private static NamespaceResolver[] indexed(String namespace, NamespaceResolver[] all) {
        return all.length == 1
                ? all
                : new NamespaceResolver[] {new NamespaceIndex(namespace, List.of(all)), all[all.length - 1]};
    }

    private static List<ValueResolver> indexed(List<ValueResolver> all) {
        List<ValueResolver> indexed = new ArrayList<>();
        List<ValueResolver> decidedByClass = new ArrayList<>();
        all.forEach(resolver -> (resolver.getClass() == MAPPERS ? indexed : decidedByClass).add(resolver));
        indexed.add(new ResolverIndex(decidedByClass));
        return indexed;
    }
}
