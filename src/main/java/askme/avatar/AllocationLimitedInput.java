package askme.avatar;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file that ends for a decoder who has taken too much memory: some formats let a small file ask for tables of any size while it
 * is read, and no header tells. What was given back since counts too, so the ration is larger than what is held at a time.
 */
final class AllocationLimitedInput extends ImageInputStreamImpl {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final byte[] file;
    private final long until;

    /** @param most bytes that the thread which reads may allocate from now on */
    AllocationLimitedInput(byte[] file, long most) {
        this.file = file;
        until = taken() + most;
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
        if (taken() > until) {
            throw new IOException("decoding takes too much memory");
        }
    }

    /** Nothing where the machine does not count, as in some native images. */
    private static long taken() {
        return THREADS.isThreadAllocatedMemorySupported() ? THREADS.getCurrentThreadAllocatedBytes() : 0;
    }
}
