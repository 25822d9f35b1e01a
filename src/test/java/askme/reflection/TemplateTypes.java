package askme.reflection;

import askme.names.MainClasses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application's types whose members a template can read: parameters, globals, and what their members return. */
final class TemplateTypes {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern HEADER = Pattern.compile("\\{@(?:java\\.util\\.List<)?(askme\\.[\\w.$]+)>? \\w+}");

    private final Set<Class<?>> found = new TreeSet<>(Comparator.comparing(Class::getName));

    private TemplateTypes() {}

    static Set<Class<?>> find() throws IOException {
        TemplateTypes types = new TemplateTypes();
        for (Class<?> type : MainClasses.all()) {
            for (Method method : type.getDeclaredMethods()) {
                if (type.isAnnotationPresent(CheckedTemplate.class) && Modifier.isNative(method.getModifiers())) {
                    Stream.of(method.getGenericParameterTypes()).forEach(types::add);
                }
                if (type.isAnnotationPresent(TemplateGlobal.class)
                        || method.isAnnotationPresent(TemplateGlobal.class)) {
                    types.add(method.getGenericReturnType());
                }
            }
            if (headers().contains(type.getName())) {
                types.add(type);
            }
        }
        return types.found;
    }

    private static List<String> headers() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                HEADER.matcher(Files.readString(file)).results().forEach(header -> names.add(header.group(1)));
            }
        }
        return names;
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(this::add);
            add(generic.getRawType());
        } else if (type instanceof GenericArrayType array) {
            add(array.getGenericComponentType());
        } else if (type instanceof Class<?> simple
                && simple.getName().startsWith("askme.")
                && !simple.isEnum()
                && found.add(simple)) {
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
