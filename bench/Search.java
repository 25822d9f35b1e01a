import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs 16 clients, each with one request at a time. The queries are words from the titles in the site's listings. */
class Search {

    private static final int CLIENTS = 16;
    private static final int PAGES_READ = 60;

    /** Differs in each run, so that the cache holds no results of the previous one. */
    private static final long SEED = System.nanoTime();

    private static final Pattern TITLE = Pattern.compile("<h2><a href=\"/question/\\d+/\">([^<]+)</a>");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]{4,20}");

    /** A page of a search that ended before it was complete, or did not begin. */
    private static final String CUT_SHORT = "class=\"alert alert-warning\"";

    private final LongAdder cutShort = new LongAdder();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String site;
    private final int seconds;
    private final List<List<String>> titles = new ArrayList<>();

    private Search(String site, int seconds) {
        this.site = site;
        this.seconds = seconds;
    }

    /** One HTTP request or SQL query of client {@code client}. */
    private interface Request {
        void run(int client, Random dice) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        new Search(args[0], args.length > 1 ? Integer.parseInt(args[1]) : 20).run();
    }

    private void run() throws Exception {
        readTitles();
        List<String> broadest = broadest();
        System.out.printf("%d titles read; broadest beginnings: %s%n", titles.size(), broadest);
        System.out.printf("%-46s %8s %8s %8s %8s %9s %9s%n",
                "",
                "requests",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "a second",
                "cut short");
        http("(warming up)", dice -> suggestions(selective(dice)));
        http("(warming up)", dice -> results(query(dice), "newest"));
        http("(warming up)", dice -> results(query(dice), "relevance"));
        double selective = http("suggestions, selective beginnings", dice -> suggestions(selective(dice)));
        double broad = http("suggestions, 20 broadest of three letters", dice -> suggestions(any(broadest, dice)));
        http("suggestions, two words", dice -> suggestions(query(dice)));
        double relevance = http("results by relevance", dice -> results(query(dice), "relevance"));
        http("results, newest first", dice -> results(query(dice), "newest"));
        http("results, words of two titles", dice -> results(strange(dice), "relevance"));
        http("suggestions, words of two titles", dice -> suggestions(strange(dice)));
        http("suggestions, one letter", dice -> suggestions(selective(dice).substring(0, 1)));
        if (System.getenv("QUARKUS_DATASOURCE_JDBC_URL") == null) {
            System.out.println("LIKE not measured: no QUARKUS_DATASOURCE_JDBC_URL");
            return;
        }
        ratio(selective, like("LIKE '%w%', selective, 8 rows", 8, dice -> List.of(selective(dice))));
        ratio(broad, like("LIKE '%w%', broadest, 8 rows", 8, dice -> List.of(any(broadest, dice))));
        ratio(relevance, like("LIKE '%w%', each word, 20 rows", 20, dice -> List.of(query(dice).split(" "))));
    }

    private static void ratio(double ours, double like) {
        System.out.printf("%46s p95 ratio %.0f%n", "", like / ours);
    }

    private void readTitles() throws Exception {
        for (int page = 1; page <= PAGES_READ; page++) {
            Matcher title = TITLE.matcher(get(site + "/?page=" + (1 + (page - 1) * 83)));
            while (title.find()) {
                List<String> words = new ArrayList<>();
                Matcher word = WORD.matcher(title.group(1).replaceAll("&\\S+;", " "));
                while (word.find()) {
                    words.add(word.group().toLowerCase(Locale.ROOT));
                }
                if (words.size() >= 2) {
                    titles.add(words);
                }
            }
        }
    }

    private List<String> broadest() {
        Map<String, Integer> titlesWith = new HashMap<>();
        for (List<String> title : titles) {
            var beginnings = new LinkedHashSet<String>();
            title.forEach(word -> beginnings.add(word.substring(0, 3)));
            beginnings.forEach(beginning -> titlesWith.merge(beginning, 1, Integer::sum));
        }
        return titlesWith.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(20)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static <T> T any(List<T> from, Random dice) {
        return from.get(dice.nextInt(from.size()));
    }

    /** The longest word of a title without its last letter. */
    private String selective(Random dice) {
        String longest =
                any(titles, dice).stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        return longest.substring(0, longest.length() - 1);
    }

    /** Two neighbouring words of a title. */
    private String query(Random dice) {
        List<String> title = any(titles, dice);
        int first = dice.nextInt(title.size() - 1);
        return title.get(first) + " " + title.get(first + 1);
    }

    /** A word of one title and one of another: most are in no title, so texts and answers are searched too. */
    private String strange(Random dice) {
        return any(any(titles, dice), dice) + " " + any(any(titles, dice), dice);
    }

    private String suggestions(String typed) {
        return site + "/search/suggestions?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private String results(String typed, String sort) {
        return site + "/search/?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + "&sort=" + sort;
    }

    private String get(String url) throws Exception {
        HttpResponse<String> response =
                http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + url);
        }
        if (response.body().contains(CUT_SHORT)) {
            cutShort.increment();
        }
        return response.body();
    }

    private double http(String name, java.util.function.Function<Random, String> url) throws Exception {
        return measure(name, (client, dice) -> get(url.apply(dice)));
    }

    private double like(String name, int rows, java.util.function.Function<Random, List<String>> words) throws Exception {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            connections.add(DriverManager.getConnection(
                    System.getenv("QUARKUS_DATASOURCE_JDBC_URL"),
                    System.getenv("QUARKUS_DATASOURCE_USERNAME"),
                    System.getenv("QUARKUS_DATASOURCE_PASSWORD")));
        }
        double p95 = measure(name, (client, dice) -> like(connections.get(client), words.apply(dice), rows));
        for (Connection connection : connections) {
            connection.close();
        }
        return p95;
    }

    private static void like(Connection database, List<String> words, int rows) throws Exception {
        String condition = "(title LIKE ? OR body LIKE ?)";
        String sql = "SELECT id, title FROM question WHERE "
                + String.join(" AND ", words.stream().map(word -> condition).toList()) + " ORDER BY rating DESC LIMIT " + rows;
        try (PreparedStatement query = database.prepareStatement(sql)) {
            for (int i = 0; i < words.size() * 2; i++) {
                query.setString(i + 1, "%" + words.get(i / 2) + "%");
            }
            query.executeQuery().close();
        }
    }

    /** Runs {@code request} with all clients, prints a line and returns the 95th percentile in ms. */
    private double measure(String name, Request request) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true); // An error ends the program.
            return thread;
        });
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Future<List<Long>>> parts = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
            int client = c;
            parts.add(clients.submit(() -> times(request, client, new Random(SEED + name.hashCode() + client), end)));
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> part : parts) {
            all.addAll(part.get());
        }
        clients.shutdown();
        long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-46s %8d %8.1f %8.1f %8.1f %9.0f %9d%n",
                name,
                sorted.length,
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                (double) sorted.length / seconds,
                cutShort.sumThenReset());
        return percentile(sorted, 95);
    }

    private static List<Long> times(Request request, int client, Random dice, long end) throws Exception {
        List<Long> times = new ArrayList<>();
        do {
            long start = System.nanoTime();
            request.run(client, dice);
            times.add(System.nanoTime() - start);
        } while (System.nanoTime() < end);
        return times;
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted[(int) Math.min(sorted.length - 1, (long) sorted.length * percent / 100)] / 1e6;
    }
}
