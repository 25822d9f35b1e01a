package askme.names;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Routes with their parameters. The names in braces are labels of http_server_requests, so they are names too. */
final class Routes {

    private Routes() {}

    static void find(Names names) {
        for (Class<?> type : MainClasses.annotated(Path.class)) {
            for (Method method : type.getDeclaredMethods()) {
                verb(method).ifPresent(verb -> add(names, verb, method));
            }
        }
        for (Class<?> type : MainClasses.annotated(RegisterRestClient.class)) {
            for (Method method : type.getDeclaredMethods()) {
                verb(method).ifPresent(verb -> addClient(names, verb, method));
            }
        }
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static void add(Names names, String verb, Method method) {
        if (method.getDeclaringClass().isAnnotationPresent(RegisterRestClient.class)) {
            return;
        }
        String route = verb + " " + path(method);
        Consumes consumes = method.getAnnotation(Consumes.class);
        Produces produces = method.getAnnotation(Produces.class);
        names.add(
                "routes",
                route
                        + (consumes == null ? "" : " takes " + String.join(" or ", consumes.value()))
                        + (produces == null ? "" : " gives " + String.join(" or ", produces.value())));
        for (Parameter parameter : method.getParameters()) {
            RestForm form = parameter.getAnnotation(RestForm.class);
            RestQuery query = parameter.getAnnotation(RestQuery.class);
            if (form != null) {
                names.add("form fields read", route + " " + named(form.value(), parameter.getName()));
            } else if (query != null) {
                names.add("query parameters read", route + " " + named(query.value(), parameter.getName()));
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                fields(parameter.getType()).forEach(field -> names.add("form fields read", route + " " + field));
            } else if (isBody(parameter)) {
                JsonMembers.of(parameter.getType())
                        .forEach(member -> names.add("json bodies read", route + " " + member));
            }
        }
    }

    private static void addClient(Names names, String verb, Method method) {
        String route = "to Centrifugo: " + verb + " " + path(method) + " ";
        for (Parameter parameter : method.getParameters()) {
            JsonMembers.of(parameter.getType()).forEach(member -> names.add("json to Centrifugo", route + member));
        }
        JsonMembers.of(method.getReturnType())
                .forEach(member -> names.add("json to Centrifugo", route + "reply " + member));
    }

    private static boolean isBody(Parameter parameter) {
        return parameter.getAnnotations().length == 0 && parameter.getType().isRecord();
    }

    private static Stream<String> fields(Class<?> form) {
        List<RecordComponent> components =
                form.isRecord() ? List.of(form.getRecordComponents()) : List.<RecordComponent>of();
        Stream<String> ofRecord = components.stream()
                .filter(component -> field(form, component.getName()) != null)
                .map(component -> named(field(form, component.getName()).value(), component.getName()));
        Stream<String> ofClass = form.isRecord()
                ? Stream.empty()
                : Arrays.stream(form.getDeclaredFields())
                        .filter(f -> f.isAnnotationPresent(RestForm.class))
                        .map(f -> named(f.getAnnotation(RestForm.class).value(), f.getName()));
        return Stream.concat(ofRecord, ofClass);
    }

    private static RestForm field(Class<?> form, String name) {
        try {
            return form.getDeclaredField(name).getAnnotation(RestForm.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String named(String given, String otherwise) {
        return given.isEmpty() || given.contains("default") ? otherwise : given;
    }

    private static String path(Method method) {
        Annotation own = method.getAnnotation(Path.class);
        Path ofClass = method.getDeclaringClass().getAnnotation(Path.class);
        String path = (ofClass == null ? "" : ofClass.value()) + "/" + (own == null ? "" : ((Path) own).value());
        return path.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
