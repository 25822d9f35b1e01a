package askme.reflection;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Writes each use of reflection once, as a line of {@link RecordedUse}. The boot loader loads this class, because methods of the
 * JDK call it; so it uses nothing but the JDK.
 */
public final class Recorder {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** Two depths of this thread: look-ups of resources, and calls of the recorder. */
    private static final ThreadLocal<int[]> DEPTHS = ThreadLocal.withInitial(() -> new int[2]);

    private static final int RESOURCES = 0;
    private static final int RECORDER = 1;
    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();
    private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();
    private static OutputStream out;

    private Recorder() {}

    public static void open(String file) throws IOException {
        use("class", Recorder.class, ""); // Loads what a record needs before the JDK's methods call it.
        WRITTEN.clear();
        KNOWN.clear();
        out = new FileOutputStream(file, true);
    }

    /** Before a look-up of a resource: it calls that of other loaders, and only the outermost is recorded. */
    public static void enterResource() {
        DEPTHS.get()[RESOURCES]++;
    }

    /**
     * After a look-up of a resource.
     *
     * @param base the class that {@code name} is relative to; null for a class loader
     */
    public static void exitResource(Class<?> base, String name, Object found) {
        if (--DEPTHS.get()[RESOURCES] > 0
                || found == null
                || found instanceof Enumeration<?> all && !all.hasMoreElements()) {
            return;
        }
        String packageName = base == null || name.startsWith("/")
                ? ""
                : base.getPackageName().replace('.', '/') + "/";
        record("resource", packageName + (name.startsWith("/") ? name.substring(1) : name), "");
    }

    /** A class was found by its name. */
    public static void found(Class<?> type) {
        if (type != null) {
            use("class", type, "");
        }
    }

    /** A method, constructor or field is used. */
    public static void member(Member member) {
        if (member instanceof Constructor<?>) {
            use("constructor", member.getDeclaringClass(), "");
        } else {
            use(member instanceof Field ? "field" : "method", member.getDeclaringClass(), member.getName());
        }
    }

    /** A member is looked up by its name; a constructor's is empty. */
    public static void lookup(Class<?> owner, String name, String kind) {
        use(kind, owner, name);
    }

    /** An implementation of these interfaces is made. */
    public static void proxy(Class<?>[] interfaces) {
        if (interfaces.length == 1 && interfaces[0].isAnnotation()) {
            return;
        }
        StringBuilder names = new StringBuilder();
        for (Class<?> type : interfaces) {
            names.append(names.length() == 0 ? "" : ",").append(type.getName());
        }
        record("proxy", names.toString(), "");
    }

    private static void use(String kind, Class<?> type, String member) {
        // native-image knows annotations and the values of enums. The JVM makes hidden classes while it runs.
        boolean known = type.isAnnotation() || type.isEnum() && member.equals("values");
        if (!known && !type.isHidden() && !type.isArray() && !Proxy.isProxyClass(type)) {
            record(kind, type.getName(), member);
        }
    }

    private static void record(String kind, String target, String member) {
        int[] depths = DEPTHS.get();
        if (depths[RECORDER] > 0) {
            return;
        }
        depths[RECORDER]++;
        try {
            String caller = STACK.walk(Recorder::caller);
            String use = kind + "\t" + target + "\t" + member + "\t" + caller;
            if (caller.isEmpty()
                    || caller.startsWith("net.bytebuddy.")
                    || KNOWN.contains(use)) { // Byte Buddy: the agent
                return;
            }
            String initializers = STACK.walk(Recorder::initializers);
            if (initializers.isEmpty()) {
                KNOWN.add(use);
            }
            write(use + "\t" + initializers + "\n");
        } finally {
            depths[RECORDER]--;
        }
    }

    private static void write(String line) {
        if (WRITTEN.add(line) && out != null) {
            synchronized (WRITTEN) {
                try {
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** The class outside the JDK that asked; empty if the JDK parses annotations, type parameters or descriptors, as native-image does. */
    private static String caller(Stream<StackWalker.StackFrame> frames) {
        Iterator<StackWalker.StackFrame> all = frames.iterator();
        while (all.hasNext()) {
            Class<?> type = all.next().getDeclaringClass();
            if (isOutsideJdk(type)) {
                return type.getName();
            }
            if (type.getName().matches("sun\\.(reflect\\.(generics|annotation)|invoke\\.util)\\..*")) {
                return "";
            }
        }
        return "-";
    }

    /** The classes outside the JDK whose static initializers are running. */
    private static String initializers(Stream<StackWalker.StackFrame> frames) {
        StringBuilder names = new StringBuilder();
        frames.filter(frame -> frame.getMethodName().equals("<clinit>"))
                .map(StackWalker.StackFrame::getDeclaringClass)
                .filter(Recorder::isOutsideJdk)
                .forEach(type -> names.append(names.length() == 0 ? "" : ",").append(type.getName()));
        return names.toString();
    }

    private static boolean isOutsideJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader != null && loader != ClassLoader.getPlatformClassLoader();
    }
}
