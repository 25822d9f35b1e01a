package askme.embedded;

/** The start of a service. One that fails is tried once more: a busy disk can make a server miss its time limit. */
final class ServiceStart {

    private ServiceStart() {}

    static void run(EmbeddedService service) throws Exception {
        try {
            service.start();
        } catch (Exception first) {
            System.err.println(service.name() + " did not start and is tried once more");
            first.printStackTrace();
            service.kill();
            service.start();
        }
    }
}
