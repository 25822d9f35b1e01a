package askme.push;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of devices and of the service worker. */
@TemplateExtension(namespace = "to", priority = 21)
public final class PushLinks {

    static final String DEVICES = "/push/subscriptions";
    static final String DEVICE = DEVICES + "/{id}";
    static final String REMOVE = DEVICE + "/remove";

    private PushLinks() {}

    /** The page of the member's devices. Scripts post a new one there. */
    static String pushDevices() {
        return DEVICES + "/";
    }

    static String pushDevice(long id) {
        return LocalPath.with(DEVICE, id);
    }

    static String removePushDevice(long id) {
        return LocalPath.with(REMOVE, id) + "/";
    }

    /** A static file at the root, so that it may receive the messages of the whole site. */
    static String serviceWorker() {
        return "/service-worker.js";
    }
}
