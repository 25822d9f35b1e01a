package askme.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The console of the embedded services (its paths are in {@code askme.embedded.Console}). */
final class ServicesConsole {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private ServicesConsole() {}

    static String get(String path) {
        return send(path, "GET");
    }

    static String send(String path, String method) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getProperty(RealServices.CONSOLE) + path))
                .header("X-Askme-Console", "1")
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
