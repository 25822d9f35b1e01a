package askme.command;

/** A flag that {@code -Dname} enables at the start of the JVM and {@code -Dname=false} disables. */
public final class DevFlag {

    private DevFlag() {}

    /** Whether the flag is on. It reads the system property, because the configuration ignores the empty value of {@code -Dname}. */
    public static boolean on(String name) {
        String value = System.getProperty(name);
        return value != null && !value.equals("false");
    }
}
