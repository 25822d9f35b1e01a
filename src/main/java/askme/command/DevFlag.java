package askme.command;

/** What is switched on at the start by {@code -Dname}, with {@code =false} off again. */
public final class DevFlag {

    private DevFlag() {}

    /** Not by the configuration, which takes the empty value of a plain {@code -Dname} for none. */
    public static boolean on(String name) {
        String value = System.getProperty(name);
        return value != null && !value.equals("false");
    }
}
