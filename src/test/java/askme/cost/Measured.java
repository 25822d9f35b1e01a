package askme.cost;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.management.MBeanServerConnection;

/** Processor time and memory of a Java process, which may be this one. Times of the processor do not depend on other processes. */
final class Measured {

    private static final String EVENT_LOOP = "vert.x-eventloop-thread";

    private final ThreadMXBean threads;
    private final MemoryMXBean memory;
    private final OperatingSystemMXBean system;

    Measured(MBeanServerConnection process) throws IOException {
        threads = ManagementFactory.newPlatformMXBeanProxy(
                process, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
        memory = ManagementFactory.newPlatformMXBeanProxy(
                process, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        system = ManagementFactory.newPlatformMXBeanProxy(
                process, ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, OperatingSystemMXBean.class);
    }

    /** The processor time so far of each event loop, by the id of its thread. */
    Map<Long, Duration> eventLoops() {
        Map<Long, Duration> times = new HashMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith(EVENT_LOOP)) {
                times.put(thread.getThreadId(), Duration.ofNanos(threads.getThreadCpuTime(thread.getThreadId())));
            }
        }
        return times;
    }

    /** The largest increase among the event loops since {@code before}. */
    Duration longestSince(Map<Long, Duration> before) {
        return eventLoops().entrySet().stream()
                .map(loop -> loop.getValue().minus(before.getOrDefault(loop.getKey(), Duration.ZERO)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** The processor time of the process. */
    Duration processor() {
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    /** The bytes in use after a collection. */
    long bytesInUse() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
