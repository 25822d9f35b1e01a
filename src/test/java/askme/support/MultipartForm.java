package askme.support;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Collectors;

/** A form with one file as multipart/form-data (RFC 7578). */
record MultipartForm(Map<String, String> fields, String fileField, String fileName, byte[] file) {

    private static final String BOUNDARY = "----a-visitors-boundary";

    HttpRequest.Builder on(HttpRequest.Builder request) {
        String texts = fields.entrySet().stream()
                .map(e -> part(e.getKey()) + "\r\n\r\n" + e.getValue() + "\r\n")
                .collect(Collectors.joining());
        String fileHead = part(fileField) + "; filename=\"" + fileName + "\"\r\n\r\n";
        return request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(texts + fileHead),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")));
    }

    private static String part(String name) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }
}
