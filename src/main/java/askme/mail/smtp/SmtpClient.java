package askme.mail.smtp;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.time.Duration;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultEvictionPolicy;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/**
 * Sends mails in the calling thread, and keeps connections for the next ones.
 *
 * <p>Work-around: the Vert.x client below Quarkus' mailer sets its error handler after the server's greeting (seen in 4.5.27). If the
 * connection ends before that, the mail fails only at its time limit. No upstream issue found on 2026-11-28.
 */
final class SmtpClient implements AutoCloseable {

    private static final Duration SWEEP = Duration.ofSeconds(30);

    private final GenericObjectPool<SmtpConnection> pool;

    /**
     * Connects to the server of {@code config}.
     *
     * @param reply how long the server may take for one reply
     * @param limit for one mail, and for the connection that it may need first
     */
    SmtpClient(MailConfig config, Vertx vertx, Duration reply, Duration limit) {
        GenericObjectPoolConfig<SmtpConnection> settings = new GenericObjectPoolConfig<>();
        settings.setMaxTotal(config.getMaxPoolSize());
        settings.setMaxIdle(config.isKeepAlive() ? config.getMaxPoolSize() : 0);
        settings.setMaxWait(limit);
        settings.setTestOnBorrow(true);
        settings.setTimeBetweenEvictionRuns(SWEEP);
        settings.setMinEvictableIdleDuration(
                Duration.ofMillis(config.getKeepAliveTimeoutUnit().toMillis(config.getKeepAliveTimeout())));
        settings.setEvictionPolicy(new DefaultEvictionPolicy<>()); // An object, because a name needs reflection.
        settings.setJmxEnabled(false);
        pool = new GenericObjectPool<>(new Connections(new SmtpServer(config, vertx, reply), vertx, limit), settings);
    }

    /**
     * Returns after the server accepted the mail.
     *
     * @throws jakarta.mail.MessagingException if the server refuses the mail, or the connection ends
     * @throws java.io.IOException if there is no connection
     */
    void send(MailMessage mail) throws Exception {
        SmtpConnection connection = pool.borrowObject();
        try {
            connection.send(mail);
        } catch (Exception e) {
            pool.invalidateObject(connection);
            throw e;
        }
        pool.returnObject(connection);
    }

    @Override
    public void close() {
        pool.close();
    }

    private static final class Connections extends BasePooledObjectFactory<SmtpConnection> {

        private final SmtpServer server;
        private final Vertx vertx;
        private final Duration limit;

        Connections(SmtpServer server, Vertx vertx, Duration limit) {
            this.server = server;
            this.vertx = vertx;
            this.limit = limit;
        }

        @Override
        public SmtpConnection create() throws Exception {
            return new SmtpConnection(server, vertx, limit);
        }

        @Override
        public PooledObject<SmtpConnection> wrap(SmtpConnection connection) {
            return new DefaultPooledObject<>(connection);
        }

        @Override
        public boolean validateObject(PooledObject<SmtpConnection> kept) {
            return kept.getObject().isOpen();
        }

        @Override
        public void destroyObject(PooledObject<SmtpConnection> kept) {
            kept.getObject().close();
        }
    }
}
