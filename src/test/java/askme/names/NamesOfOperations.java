package askme.names;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Metrics with their labels, and health checks, as the management port gives them. */
final class NamesOfOperations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern METRIC = Pattern.compile("(?m)^((?:askme|http_server_requests)_\\w+)(?:\\{(.*)\\})? ");

    private NamesOfOperations() {}

    static void find(String management, Names names) throws Exception {
        String root = management.replaceAll("/$", "").replaceAll("/q$", "");
        Matcher metrics = METRIC.matcher(RestAssured.get(root + "/q/metrics").asString());
        while (metrics.find()) {
            String labels = metrics.group(2) == null ? "" : metrics.group(2);
            List<String[]> pairs = Arrays.stream(labels.split(",(?=\\w+=\")"))
                    .filter(label -> !label.isBlank())
                    .map(label -> label.split("=", 2))
                    .toList();
            String sorted = pairs.stream().map(pair -> pair[0]).sorted().collect(Collectors.joining(","));
            names.add("metrics", metrics.group(1) + (sorted.isEmpty() ? "" : "{" + sorted + "}"));
            pairs.stream()
                    .filter(pair -> List.of("end", "block", "queue").contains(pair[0]))
                    .forEach(pair -> names.add("metrics", "label " + pair[0] + "=" + pair[1]));
        }
        for (JsonNode check :
                JSON.readTree(RestAssured.get(root + "/q/health").asString()).get("checks")) {
            if (check.get("name").asText().matches("[a-z]+")) {
                TreeSet<String> data = new TreeSet<>();
                check.path("data").fieldNames().forEachRemaining(data::add);
                names.add("health checks", check.get("name").asText() + " " + data);
            }
        }
    }
}
