package askme.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP proxy before a real service. It plays faults of the service and of the network:
 *
 * <pre>
 * FaultProxy proxy = FaultProxy.before("127.0.0.1", port);
 * try (FaultProxy.Active fault = proxy.begin(FaultProxy.Fault.SWALLOWING)) {
 *     …
 * }
 * </pre>
 *
 * At the end of a fault, held bytes arrive, as TCP repeats lost packets. {@link #forget} plays a firewall that has
 * dropped the state of the open connections: they stay open and dead.
 */
public final class FaultProxy implements AutoCloseable {

    /** How the service or the network fails. */
    public enum Fault {
        NONE,
        /** Open connections are reset, new ones are refused. */
        REFUSING,
        /** Requests arrive. The reply to each connection's next request ends in the middle. */
        SILENT,
        /** No packet arrives in either direction. A new connection is never completed. */
        SWALLOWING,
        /** Each reply arrives {@link #LATE} late. */
        SLOW
    }

    /** A fault that lasts until it is closed. */
    public interface Active extends AutoCloseable {
        @Override
        void close();
    }

    /** How late a reply is if the service is {@link Fault#SLOW}. */
    public static final Duration LATE = Duration.ofSeconds(3);

    private static final int FILLED_WITHIN_MS = 200;
    private static final int MOST_FILLERS = 8;

    private final InetSocketAddress service;
    private final int port;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final List<Socket> fillers = new ArrayList<>();
    private final Object changed = new Object();
    private volatile ServerSocket listener;
    private Thread acceptor;
    private volatile Fault fault = Fault.NONE;
    private volatile String silentAfter;

    private FaultProxy(InetSocketAddress service) throws IOException {
        this.service = service;
        listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        port = listener.getLocalPort();
        accept(listener);
    }

    /** A proxy on a free port of the loopback interface. */
    public static FaultProxy before(String host, int port) {
        try {
            return new FaultProxy(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** The number of open connections from the client. */
    public int connections() {
        return (int) connections.stream().filter(Connection::isOpen).count();
    }

    /** Begins a fault, which lasts until the returned object is closed. */
    public Active begin(Fault next) {
        set(next);
        return () -> set(Fault.NONE);
    }

    /** The service goes silent in each connection whose reply contains {@code text}: {@code 354} is SMTP's reply to DATA. */
    public Active beginSilenceAfter(String text) {
        silentAfter = text;
        return () -> set(Fault.NONE);
    }

    /** The open connections stay open, and no byte passes them any more. */
    public void forget() {
        connections.forEach(connection -> connection.forgotten = true);
    }

    /** Sets the fault; {@link Fault#NONE} ends it. */
    public synchronized void set(Fault next) {
        try {
            if (next != fault && (isDeaf(next) || isDeaf(fault))) {
                reopen(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (changed) {
            fault = next;
            if (next == Fault.NONE) {
                silentAfter = null;
                connections.forEach(connection -> connection.silent = false);
            }
            changed.notifyAll();
        }
        if (next == Fault.REFUSING) {
            connections.forEach(Connection::reset);
        }
    }

    private static boolean isDeaf(Fault fault) {
        return fault == Fault.REFUSING || fault == Fault.SWALLOWING;
    }

    private void reopen(Fault next) throws IOException {
        listener.close();
        // Until this thread has noticed the end, the kernel completes connections, and the port is not free.
        DaemonThread.awaitEnd(acceptor);
        for (Socket filler : fillers) {
            filler.close();
        }
        fillers.clear();
        if (next == Fault.SWALLOWING) {
            listener = listen(1);
            fill();
        } else if (next != Fault.REFUSING) {
            listener = listen(200);
            accept(listener);
        }
    }

    private ServerSocket listen(int backlog) throws IOException {
        return new ServerSocket(port, backlog, InetAddress.getLoopbackAddress());
    }

    /** The kernel ignores a new connection while the queue of those that nobody accepts is full. */
    private void fill() throws IOException {
        for (int i = 0; i < MOST_FILLERS; i++) {
            Socket filler = new Socket();
            try {
                filler.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), FILLED_WITHIN_MS);
                fillers.add(filler);
            } catch (IOException full) {
                filler.close();
                return;
            }
        }
        throw new IOException("the queue of new connections does not fill");
    }

    private void accept(ServerSocket from) {
        acceptor = DaemonThread.start("fault-proxy-accept", () -> {
            while (true) {
                Socket client = from.accept();
                Socket upstream = new Socket();
                try {
                    upstream.connect(service, (int) LATE.toMillis());
                } catch (IOException down) {
                    client.setSoLinger(true, 0);
                    client.close();
                    continue;
                }
                Connection connection = new Connection(client, upstream);
                connections.add(connection);
                connection.start();
            }
        });
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(Connection::reset);
    }

    private final class Connection {

        private final Socket client;
        private final Socket upstream;
        private volatile boolean forgotten;
        private volatile boolean silent;
        private volatile boolean left;
        private volatile boolean asked;

        Connection(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        void start() {
            DaemonThread.start("fault-proxy-requests", () -> pump(client, upstream, false));
            DaemonThread.start("fault-proxy-replies", () -> pump(upstream, client, true));
        }

        boolean isOpen() {
            return !left && !client.isClosed();
        }

        private void pump(Socket source, Socket target, boolean replies) throws IOException, InterruptedException {
            byte[] buffer = new byte[16 * 1024];
            try {
                InputStream in = source.getInputStream();
                OutputStream out = target.getOutputStream();
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    asked |= !replies;
                    int sent = replies ? beginning(buffer, n) : 0;
                    out.write(buffer, 0, sent);
                    pass(replies);
                    out.write(buffer, sent, n - sent);
                    if (replies && silentAfter != null && text(buffer, n).contains(silentAfter)) {
                        silent = true;
                    }
                }
                left |= !replies;
                // The end of a connection is a packet too.
                pass(replies);
            } finally {
                close();
            }
        }

        private static String text(byte[] buffer, int n) {
            return new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
        }

        /** The bytes of a reply that still arrive before the service goes silent. */
        private int beginning(byte[] buffer, int n) {
            if (fault == Fault.SILENT && !silent) {
                silent = true;
                return n / 2;
            }
            return 0;
        }

        private void pass(boolean replies) throws InterruptedException {
            synchronized (changed) {
                if (replies && asked && fault == Fault.SLOW) {
                    asked = false;
                    long until = System.nanoTime() + LATE.toNanos();
                    for (long left = LATE.toNanos();
                            left > 0 && fault == Fault.SLOW;
                            left = until - System.nanoTime()) {
                        changed.wait(Math.max(1, left / 1_000_000));
                    }
                }
                while (!client.isClosed() && (forgotten || fault == Fault.SWALLOWING || (replies && silent))) {
                    changed.wait(1000);
                }
            }
        }

        void reset() {
            try {
                client.setSoLinger(true, 0);
            } catch (IOException closed) {
                // It is closed already.
            }
            close();
        }

        private void close() {
            connections.remove(this);
            for (Socket socket : List.of(client, upstream)) {
                try {
                    socket.close();
                } catch (IOException e) {
                    // Nothing more can be done with it.
                }
            }
        }
    }
}
