package askme.reflection;

import static net.bytebuddy.matcher.ElementMatchers.isSubTypeOf;
import static net.bytebuddy.matcher.ElementMatchers.nameContains;
import static net.bytebuddy.matcher.ElementMatchers.nameMatches;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Makes the JDK report to {@link Recorder} each use of reflection and each resource that is opened by name: a native program has only
 * those that its build registers. It cannot see {@code loadClass}, which the JVM also calls for every class that it links.
 */
public final class RecordingAgent {

    private static final String ACCESS = "(get|set)(|Boolean|Byte|Char|Short|Int|Long|Float|Double)";

    private RecordingAgent() {}

    /** The JVM calls this before main. The argument is the file. */
    public static void premain(String file, Instrumentation jvm) throws IOException {
        Recorder.open(file);
        AgentBuilder agent = new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
                .ignore(none());
        ElementMatcher<TypeDescription> classes = named(Class.class.getName());
        agent = watch(agent, classes, named("forName").and(takesArgument(0, String.class)), ByName.class);
        agent = watch(agent, classes, nameMatches("getResource(AsStream)?"), ResourceOfClass.class);
        agent = watch(
                agent,
                nameContains("ClassLoader").and(isSubTypeOf(ClassLoader.class)),
                nameMatches("getResource(s|AsStream)?").and(takesArguments(String.class)),
                ResourceOfLoader.class);
        agent = watch(agent, named(Method.class.getName()), named("invoke"), OfMember.class);
        agent = watch(agent, named(Constructor.class.getName()), named("newInstanceWithCaller"), OfMember.class);
        agent = watch(
                agent,
                named(Field.class.getName()),
                nameMatches(ACCESS).and(takesArgument(0, Object.class)),
                OfMember.class);
        ElementMatcher<TypeDescription> lookup = named(MethodHandles.Lookup.class.getName());
        agent = watch(agent, lookup, named("findClass"), ByName.class);
        agent = watch(agent, lookup, named("findConstructor"), OfConstructorHandle.class);
        agent = watch(agent, lookup, nameMatches("find(Virtual|Static|Special)"), OfMethodHandle.class);
        agent = watch(agent, lookup, nameMatches("find.*(Getter|Setter|VarHandle)"), OfFieldHandle.class);
        agent = watch(
                agent, lookup, nameMatches("unreflect.*").and(takesArgument(0, Member.class)), OfUnreflected.class);
        agent = watch(
                agent,
                named(Proxy.class.getName()),
                named("newProxyInstance").and(takesArgument(1, Class[].class)),
                OfProxy.class);
        agent.installOn(jvm);
    }

    private static AgentBuilder watch(
            AgentBuilder agent,
            ElementMatcher<? super TypeDescription> types,
            ElementMatcher<? super MethodDescription> methods,
            Class<?> advice) {
        return agent.type(types)
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(advice).on(methods)));
    }

    /** The code that is added to {@code Class.forName} and {@code Lookup.findClass}; the others below are the same for their methods. */
    static final class ByName {
        @Advice.OnMethodExit
        static void exit(@Advice.Return Class<?> found) {
            Recorder.found(found);
        }
    }

    static final class ResourceOfClass {
        @Advice.OnMethodEnter
        static void enter() {
            Recorder.enterResource();
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(
                @Advice.This Class<?> base,
                @Advice.Argument(0) String name,
                @Advice.Return(typing = Typing.DYNAMIC) Object found) {
            Recorder.exitResource(base, name, found);
        }
    }

    static final class ResourceOfLoader {
        @Advice.OnMethodEnter
        static void enter() {
            Recorder.enterResource();
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Argument(0) String name, @Advice.Return(typing = Typing.DYNAMIC) Object found) {
            Recorder.exitResource(null, name, found);
        }
    }

    static final class OfMember {
        @Advice.OnMethodEnter
        static void enter(@Advice.This Member member) {
            Recorder.member(member);
        }
    }

    static final class OfUnreflected {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Member member) {
            Recorder.member(member);
        }
    }

    static final class OfConstructorHandle {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) Class<?> owner) {
            Recorder.lookup(owner, "", "constructor");
        }
    }

    static final class OfMethodHandle {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) Class<?> owner, @Advice.Argument(1) String name) {
            Recorder.lookup(owner, name, "method");
        }
    }

    static final class OfFieldHandle {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) Class<?> owner, @Advice.Argument(1) String name) {
            Recorder.lookup(owner, name, "field");
        }
    }

    static final class OfProxy {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(1) Class<?>[] interfaces) {
            Recorder.proxy(interfaces);
        }
    }
}
