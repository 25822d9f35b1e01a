package askme.reflection;

import askme.names.MainClasses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateGlobal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application's types that are reached from some of them: by type parameters, public methods and public fields. */
final class ReachableTypes {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern HEADER = Pattern.compile("\\{@(?:java\\.util\\.List<)?(askme\\.[\\w.$]+)>? \\w+}");

    private final Set<Class<?>> found = new TreeSet<>(Comparator.comparing(Class::getName));

    private ReachableTypes() {}

    /** The types that templates can read: parameters of templates and tags, globals, and what these return. */
    static Set<Class<?>> ofTemplates() throws IOException {
        ReachableTypes types = new ReachableTypes();
        Set<String> headers = headers();
        for (Class<?> type : MainClasses.all()) {
            boolean views = type.isAnnotationPresent(CheckedTemplate.class);
            boolean globals = type.isAnnotationPresent(TemplateGlobal.class);
            for (Method method : type.getDeclaredMethods()) {
                if (views && Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()) {
                    types.addAll(method.getGenericParameterTypes());
                }
                if (globals || method.isAnnotationPresent(TemplateGlobal.class)) {
                    types.add(method.getGenericReturnType());
                }
            }
            if (headers.contains(type.getName())) {
                types.add(type);
            }
        }
        return types.found;
    }

    /** The types that Quarkus registers by a rule: in signatures of resources, REST clients and configuration, and annotated ones. */
    static Set<Class<?>> registered() {
        ReachableTypes types = new ReachableTypes();
        for (Class<?> type : MainClasses.all()) {
            for (Method method : type.getDeclaredMethods()) {
                if (type.isAnnotationPresent(ConfigMapping.class) || isEndpoint(method)) {
                    types.add(method.getGenericReturnType());
                    types.addAll(method.getGenericParameterTypes());
                }
            }
        }
        types.found.addAll(annotated());
        return types.found;
    }

    /** The annotated types and those nested in them; the types of their components are not registered with them. */
    private static Set<Class<?>> annotated() {
        Set<Class<?>> all = new HashSet<>();
        for (Class<?> type : MainClasses.all()) {
            if (type.isAnnotationPresent(RegisterForReflection.class)) {
                all.add(type);
                all.addAll(List.of(type.getDeclaredClasses()));
            }
        }
        return all;
    }

    /** The types that the annotated ones contain: they become JSON too. */
    static Set<Class<?>> ofAnnotated() {
        ReachableTypes types = new ReachableTypes();
        annotated().forEach(types::add);
        return types.found;
    }

    static boolean isEndpoint(Method method) {
        return Stream.of(method.getAnnotations())
                .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static Set<String> headers() throws IOException {
        Set<String> names = new HashSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                HEADER.matcher(Files.readString(file)).results().forEach(header -> names.add(header.group(1)));
            }
        }
        return names;
    }

    private void addAll(Type... types) {
        Stream.of(types).forEach(this::add);
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            addAll(generic.getActualTypeArguments());
            add(generic.getRawType());
        } else if (type instanceof WildcardType wildcard) {
            addAll(wildcard.getUpperBounds());
        } else if (type instanceof GenericArrayType array) {
            add(array.getGenericComponentType());
        } else if (type instanceof Class<?> simple && simple.getName().startsWith("askme.") && found.add(simple)) {
            for (Method method : simple.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())) {
                    add(method.getGenericReturnType());
                }
            }
            for (Field field : simple.getFields()) {
                add(field.getGenericType());
            }
        }
    }
}
