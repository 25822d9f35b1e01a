package askme.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** {@link FilledSite} on a real MySQL, whose planner differs from MariaDB's. */
public final class FilledMySql implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return new FilledSite().getConfigOverrides();
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Server.class));
    }

    /** Ends with the last test of this profile. */
    public static final class Server implements QuarkusTestResourceLifecycleManager {

        private RealMySql mysql;

        @Override
        public Map<String, String> start() {
            try {
                mysql = RealMySql.start();
                return mysql.account();
            } catch (IOException | InterruptedException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void stop() {
            mysql.close();
        }

        /** Starts after the services, because it changes their address. */
        @Override
        public int order() {
            return 10;
        }
    }
}
