package askme.importing.content;

import io.agroal.api.AgroalDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** A database that refuses a commit, as if the process were killed just before it. */
public final class InterruptedDatabase {

    private InterruptedDatabase() {}

    /** Refuses the commit after {@code commits} others. */
    public static AgroalDataSource after(AgroalDataSource database, int commits) {
        int[] left = {commits};
        return proxy(AgroalDataSource.class, (method, args) -> {
            Object result = method.invoke(database, args);
            return result instanceof Connection connection ? connection(connection, left) : result;
        });
    }

    private static Connection connection(Connection connection, int[] left) {
        return proxy(Connection.class, (method, args) -> {
            if (method.getName().equals("commit") && left[0]-- == 0) {
                throw new SQLException("killed");
            }
            return method.invoke(connection, args);
        });
    }

    private interface Call {
        Object on(java.lang.reflect.Method method, Object[] args) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return call.on(method, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
