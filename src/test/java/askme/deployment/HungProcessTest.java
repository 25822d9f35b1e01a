package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import askme.support.RealMySql;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process whose threads are stuck ends itself, so that its supervisor starts it again. A debugger makes them stuck. */
@Tag("full")
@Tag("crash")
@Timeout(900)
class HungProcessTest {

    @Test
    void processWithStuckThreadsEndsItself() throws Exception {
        Optional<Path> nginx = Programs.find("nginx");
        assumeTrue(nginx.isPresent() && RealMySql.runsHere(), "no nginx or no libaio here");
        Path app = ProductionBuild.app();
        int port = Nginx.freePort();
        try (RealMySql mysql = RealMySql.start();
                Deployment site = new Deployment(nginx.get(), app, mysql.account())) {
            String debugger = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port;
            Deployment.Node web = site.replace(site.all("web").get(0), app, debugger);
            List<ThreadReference> stuck = eventLoops(attach(port));
            assertThat(stuck).isNotEmpty();

            stuck.forEach(ThreadReference::suspend);

            assertThat(web.process().waitFor(8, TimeUnit.MINUTES)).as("it ends").isTrue();
            assertThat(web.process().exitValue()).isEqualTo(86);
            assertThat(logs(site.data)).contains("this process hangs and ends itself: threads event loops");
        }
    }

    private static List<ThreadReference> eventLoops(VirtualMachine process) {
        return process.allThreads().stream()
                .filter(thread -> thread.name().startsWith("vert.x-eventloop-thread"))
                .toList();
    }

    private static VirtualMachine attach(int port) throws Exception {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(Integer.toString(port));
        return connector.attach(arguments);
    }

    private static String logs(Path directory) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                all.append(Files.readString(log));
            }
        }
        return all.toString();
    }
}
