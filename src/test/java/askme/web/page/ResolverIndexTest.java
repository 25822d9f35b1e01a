package askme.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResolverIndexTest {

    private static final String TEMPLATE = """
            {#for post in posts}{post_count}. {title} by {post.author.name ?: 'nobody'}{#if post_hasNext}, {/if}{/for}
            {posts.size} {names.get('a')} {names.b or 'none'} {missing or 'no'} {posts.size + 1} {posts.size == 2}""";

    private static final String EXPECTED = """
            1. List by Ann, 2. List by nobody
            2 A none no 3 true""";

    private final AtomicInteger questions = new AtomicInteger();

    /** Public, because Qute reads it by reflection. */
    public record Author(String name) {}

    /** Public, because Qute reads it by reflection. */
    public record Post(Author author) {}

    @Test
    void findsTheSameValuesAsQute() {
        assertEquals(EXPECTED, render(engine(new Nothing())));
        assertEquals(EXPECTED, render(indexed(new Nothing())));
    }

    @Test
    void asksAResolverOnceForEachClassAndName() {
        Engine engine = indexed(new Nothing());
        render(engine);
        int first = questions.get();
        render(engine);
        assertEquals(first, questions.get());
    }

    @Test
    void asksTheNextResolverWhereOneFindsNothing() {
        Engine engine = indexed(new Nothing() {
            @Override
            public boolean appliesTo(EvalContext context) {
                return true;
            }
        });
        assertEquals(EXPECTED, render(engine));
    }

    private static Engine engine(ValueResolver first) {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(first)
                .addValueResolver(new ReflectionValueResolver())
                .build();
    }

    private static Engine indexed(ValueResolver first) {
        Engine engine = engine(first);
        new IndexedResolvers().index(engine);
        return engine;
    }

    private static String render(Engine engine) {
        return engine.parse(TEMPLATE)
                .data("posts", List.of(new Post(new Author("Ann")), new Post(new Author(null))))
                .data("title", "List")
                .data("names", Map.of("a", "A"))
                .render();
    }

    /** A resolver that is asked first and finds nothing. */
    private class Nothing implements ValueResolver {

        @Override
        public int getPriority() {
            return 100;
        }

        @Override
        public boolean appliesTo(EvalContext context) {
            questions.incrementAndGet();
            return false;
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            return Results.notFound(context);
        }
    }
}
