package askme.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;

/** Secrets that are not configured. They are generated once and stored next to the data they protect. */
public final class Secrets {

    private static final String FILE = "secrets.properties";
    private static final int BYTES = 32;
    private final DataDirectory directory;
    private final Map<String, String> configured;

    Secrets(DataDirectory directory, Map<String, String> configured) {
        this.directory = directory;
        this.configured = configured;
    }

    /** The configured value of {@code key}, else the stored one, else a new one of 256 bits. */
    public synchronized String of(String key) {
        if (configured.containsKey(key)) {
            return configured.get(key);
        }
        try {
            Properties kept = directory.read(FILE);
            if (kept.getProperty(key) == null) {
                kept.setProperty(key, random());
                directory.write(FILE, kept);
            }
            return kept.getProperty(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
