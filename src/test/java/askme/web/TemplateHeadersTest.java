package askme.web;

import static org.assertj.core.api.Assertions.assertThat;

import askme.web.page.IconSection;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ParameterDeclaration;
import io.quarkus.qute.Template;
import io.quarkus.qute.UserTagSectionHelper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Templates that receive parameters declare the types of all of them. The build checks each property of a declared parameter;
 * it does not check one without a type.
 */
class TemplateHeadersTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern INCLUDE = Pattern.compile("\\{#include ([\\w/]+)((?:\\s+\\w+=[^\\s}]+)+)\\s*/?}");
    private static final Pattern ARGUMENT = Pattern.compile("(\\w+)=");

    static List<Path> tags() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES.resolve("tags"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("tags")
    void tagBeginsWithDescription(Path tag) throws IOException {
        assertThat(Files.readString(tag)).startsWith("{! ");
    }

    @ParameterizedTest
    @MethodSource("tags")
    void tagDeclaresExactlyTheParametersItUses(Path tag) throws IOException {
        Template template = parse(Files.readString(tag));
        assertThat(used(template)).isEqualTo(declared(template));
    }

    @Test
    void includedTemplatesDeclareTheParametersTheyReceive() throws IOException {
        List<MatchResult> includes;
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            includes = files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(file -> INCLUDE.matcher(read(file)).results())
                    .toList();
        }
        assertThat(includes).hasSizeGreaterThan(3);
        for (MatchResult include : includes) {
            List<String> passed = ARGUMENT.matcher(include.group(2))
                    .results()
                    .map(argument -> argument.group(1))
                    .toList();
            String included = read(TEMPLATES.resolve(include.group(1) + ".html"));
            assertThat(declared(parse(included))).as(include.group()).containsAll(passed);
        }
    }

    @Test
    void parametersAreFoundWhereverTheyAreUsed() throws IOException {
        Template template = parse(
                "{@int a}{@java.util.List<java.lang.String> k}{@int m}{a}{#if b.c}{/if}{to:d(e)}{f.g(h.i)}{#for j in k}{j}{/for}{#let l=m}{l}{/let}{#avatar n /}{o ?: 'p'}");
        assertThat(used(template)).containsExactly("a", "b", "e", "f", "h", "k", "m", "n", "o");
    }

    private static Template parse(String content) throws IOException {
        EngineBuilder engine = Engine.builder().addDefaults().addSectionHelper(new IconSection());
        for (Path tag : tags()) {
            String name = tag.getFileName().toString().replace(".html", "");
            engine.addSectionHelper(new UserTagSectionHelper.Factory(name, "tags/" + name));
        }
        return engine.build().parse(content);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> declared(Template template) {
        return template.getParameterDeclarations().stream()
                .map(ParameterDeclaration::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> used(Template template) {
        Set<String> names = new TreeSet<>();
        template.getExpressions().forEach(expression -> addUsed(names, expression));
        names.remove("nested-content"); // Qute passes the content of the tag under this name
        return names;
    }

    /** The type of a variable that the template itself defines names the section: {@code n<loop#9>}. */
    private static void addUsed(Set<String> names, Expression expression) {
        Expression.Part first = expression.getParts().get(0);
        boolean local = first.getTypeInfo() != null && !first.getTypeInfo().startsWith("|");
        if (!expression.isLiteral() && expression.getNamespace() == null && !local) {
            names.add(first.getName());
        }
        for (Expression.Part part : expression.getParts()) {
            if (part.isVirtualMethod()) {
                part.asVirtualMethod().getParameters().forEach(parameter -> addUsed(names, parameter));
            }
        }
    }
}
