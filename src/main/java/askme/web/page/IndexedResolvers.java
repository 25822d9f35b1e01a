package askme.web.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.ValueResolvers;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

@Singleton
class IndexedResolvers {

    private static final Class<?> MAPPERS = ValueResolvers.mapperResolver().getClass();

    void index(@Observes Engine engine) throws Exception {
        List<ValueResolver> all = engine.getValueResolvers();
        List<ValueResolver> fewer = new ArrayList<>();
        List<ValueResolver> rest = new ArrayList<>();
        all.forEach(r -> (r.getClass() == MAPPERS ? fewer : rest).add(r));
        fewer.add(new ResolverIndex(rest));
        Field field = engine.getEvaluator().getClass().getDeclaredField("resolvers");
        field.setAccessible(true);
        field.set(engine.getEvaluator(), fewer);
    }
}
