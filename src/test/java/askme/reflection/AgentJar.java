package askme.reflection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import net.bytebuddy.ByteBuddy;

/** Packs the classes of the agent: {@link Recorder} into a jar for the boot loader, the others into the jar that names it. */
final class AgentJar {

    private static final String BOOT = "recorder.jar";

    private AgentJar() {}

    /** The options of a JVM that writes its use of reflection to this file. */
    static String options(Path directory, Path recording) throws IOException, URISyntaxException {
        write(directory.resolve(BOOT), new Attributes(), List.of(Recorder.class));
        Attributes attributes = new Attributes();
        attributes.putValue("Premain-Class", RecordingAgent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        attributes.putValue("Boot-Class-Path", BOOT);
        attributes.putValue(
                "Class-Path",
                ByteBuddy.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()
                        .toString());
        Path agent = directory.resolve("agent.jar");
        write(
                agent,
                attributes,
                Stream.concat(Stream.of(RecordingAgent.class), Stream.of(RecordingAgent.class.getDeclaredClasses()))
                        .toList());
        // A shared archive would make the JVM warn that the agent adds to the boot class path.
        return "-Xshare:off -javaagent:" + agent + "=" + recording;
    }

    private static void write(Path jar, Attributes attributes, List<Class<?>> classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putAll(attributes);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (Class<?> type : classes) {
                String name = type.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new ZipEntry(name));
                try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(entries);
                }
                entries.closeEntry();
            }
        }
    }
}
