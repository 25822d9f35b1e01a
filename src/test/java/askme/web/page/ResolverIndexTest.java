package askme.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Results;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import java.util.ArrayList;
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

    @Test
    void asksTheResolverOfANamespaceThatKnewTheNameFirst() {
        List<String> asked = new ArrayList<>();
        Engine engine = Engine.builder()
                .addDefaults()
                .addNamespaceResolver(names("to", 2, asked, "home"))
                .addNamespaceResolver(names("to", 1, asked, "member", "home"))
                .build();
        new IndexedResolvers().index(engine);
        Template template = engine.parse("{to:member} {to:home} {to:nowhere ?: 'none'}");
        assertEquals("member of 1 home of 2 none", template.render());
        asked.clear();
        assertEquals("member of 1 home of 2 none", template.render());
        assertEquals(List.of("member of 1", "home of 2"), asked.subList(0, 2));
        TemplateException failure = assertThrows(
                TemplateException.class, () -> engine.parse("{to:nowhere}").render());
        assertTrue(failure.getMessage().contains("nowhere"), failure.getMessage());
    }

    private static NamespaceResolver names(String namespace, int priority, List<String> asked, String... known) {
        return NamespaceResolver.builder(namespace)
                .priority(priority)
                .resolve(context -> {
                    String answer = context.getName() + " of " + priority;
                    asked.add(answer);
                    return List.of(known).contains(context.getName()) ? answer : Results.NotFound.from(context);
                })
                .build();
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
