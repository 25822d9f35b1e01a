package askme.picture.decoding;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Image input that fails once the reading thread has allocated more than a limit, or has computed for too long. Some formats
 * let a small file demand tables of any size during decoding, and no header shows it. Memory that was freed since counts too, so
 * the limit is larger than the memory in use.
 */
final class AllocationLimitedInput extends ImageInputStreamImpl {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final byte[] file;
    private final long limit;
    private final long cpuLimitNs;

    /**
     * @param most the bytes that the reading thread may allocate from now on
     * @param cpu the processor time that it may use from now on
     */
    AllocationLimitedInput(byte[] file, long most, Duration cpu) {
        cpuLimitNs = cpuNs() + cpu.toNanos();
        this.file = file;
        limit = allocated() + most;
    }

    @Override
    public int read() throws IOException {
        check();
        bitOffset = 0;
        return streamPos < file.length ? file[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        check();
        bitOffset = 0;
        int length = (int) Math.min(most, file.length - streamPos);
        if (length <= 0) {
            return most == 0 ? 0 : -1;
        }
        System.arraycopy(file, (int) streamPos, into, from, length);
        streamPos += length;
        return length;
    }

    @Override
    public long length() {
        return file.length;
    }

    private void check() throws IOException {
        if (allocated() > limit) {
            throw new IOException("the decoder allocated too much memory");
        }
        if (cpuNs() > cpuLimitNs) {
            throw new IOException("the decoder took too long");
        }
    }

    /** The processor time of this thread; 0 if the virtual machine does not measure it. */
    private static long cpuNs() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
    }

    /** Bytes that this thread has allocated so far; 0 if the virtual machine does not count, as in some native images. */
    private static long allocated() {
        return THREADS.isThreadAllocatedMemorySupported() ? THREADS.getCurrentThreadAllocatedBytes() : 0;
    }
}
