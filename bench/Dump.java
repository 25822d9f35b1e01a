import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Writes a Stack Exchange dump with a number of posts. The same number gives the same bytes. */
class Dump {

    private static final String[] WORDS = ("server client thread request query index table column lock commit branch merge array string "
                    + "pointer value object class method field stream buffer socket packet header cookie token hash cache memory disk file path "
                    + "folder script module package version release build test error warning message event signal process container image network "
                    + "address port proxy route session user group role policy certificate key secret").split(" ");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");
    private static final LocalDateTime FIRST = LocalDateTime.of(2010, 1, 1, 0, 0);
    private static final int TAGS = 1000;
    private static final int SECONDS_A_POST = 400;

    private final Path folder;
    private final int posts;
    private final int users;
    private final SplittableRandom random = new SplittableRandom(33);
    private int comment;
    private int vote;
    private int history;
    private int link;

    private Dump(Path folder, int posts) {
        this.folder = folder;
        this.posts = posts;
        this.users = Math.max(2, posts / 5);
    }

    public static void main(String[] args) throws IOException {
        new Dump(Files.createDirectories(Path.of(args[0])), Integer.parseInt(args[1])).write();
    }

    /** A file of rows. */
    private final class Rows implements AutoCloseable {

        private final BufferedWriter out;
        private final String root;

        Rows(String name) throws IOException {
            root = name.toLowerCase(Locale.ROOT);
            out = Files.newBufferedWriter(folder.resolve(name + ".xml"));
            out.write("\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<" + root + ">\n");
        }

        /** A name, its value, the next name, and so on. A null value is left out. */
        void row(Object... values) throws IOException {
            StringBuilder row = new StringBuilder("  <row");
            for (int i = 0; i < values.length; i += 2) {
                if (values[i + 1] != null) {
                    String text = values[i + 1].toString();
                    row.append(' ').append(values[i]).append("=\"").append(escaped(text)).append('"');
                }
            }
            out.write(row.append(" />\n").toString());
        }

        @Override
        public void close() throws IOException {
            out.write("</" + root + ">");
            out.close();
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("\n", "&#xA;");
    }

    private void write() throws IOException {
        members();
        tags();
        try (Rows all = new Rows("Posts");
                Rows comments = new Rows("Comments");
                Rows votes = new Rows("Votes");
                Rows histories = new Rows("PostHistory");
                Rows links = new Rows("PostLinks")) {
            int question = 0;
            for (int id = 1; id <= posts; id++) {
                boolean asks = id % 3 == 1;
                question = asks ? id : question;
                post(all, histories, id, asks ? 0 : question);
                for (int i = random.nextInt(3); i > 0; i--) {
                    comments.row("Id", ++comment, "PostId", id, "Score", random.nextInt(4), "Text", sentence(12) + " `" + word() + "`",
                            "CreationDate", at(id, 5), "UserId", user(), "ContentLicense", "CC BY-SA 4.0");
                }
                for (int i = random.nextInt(5); i > 0; i--) {
                    votes.row("Id", ++vote, "PostId", id, "VoteTypeId", random.nextInt(5) == 0 ? 3 : 2, "CreationDate", at(id, 6));
                }
                if (asks && id > 30 && random.nextInt(20) == 0) {
                    links.row("Id", ++link, "CreationDate", at(id, 9), "PostId", id, "RelatedPostId", 3 * random.nextInt(id / 3) + 1,
                            "LinkTypeId", 1);
                }
            }
        }
        try (Rows badges = new Rows("Badges")) {
            for (int id = 1; id <= users; id++) {
                badges.row("Id", id, "UserId", id, "Name", "Student", "Date", at(id, 9), "Class", 3, "TagBased", "False");
            }
        }
    }

    private void members() throws IOException {
        try (Rows rows = new Rows("Users")) {
            rows.row("Id", -1, "Reputation", 1, "CreationDate", at(0, 0), "DisplayName", "Community");
            for (int id = 1; id <= users; id++) {
                rows.row("Id", id, "Reputation", random.nextInt(5000), "CreationDate", at(0, id % 60), "DisplayName",
                        word() + (id % 3 == 0 ? " " : "") + id, "Views", random.nextInt(100), "UpVotes", 3, "DownVotes", 1, "AccountId", id);
            }
        }
    }

    private void tags() throws IOException {
        try (Rows rows = new Rows("Tags")) {
            for (int id = 1; id <= TAGS; id++) {
                rows.row("Id", id, "TagName", tag(id), "Count", 1);
            }
        }
    }

    private static String tag(int id) {
        return WORDS[id % WORDS.length] + (id < WORDS.length ? "" : "-" + id / WORDS.length);
    }

    private void post(Rows rows, Rows histories, int id, int question) throws IOException {
        boolean asks = question == 0;
        String title = asks ? "Why does the " + sentence(6) + "?" : null;
        String tags = asks ? questionTags() : null;
        int author = user();
        String source = source();
        boolean edited = random.nextInt(5) == 0;
        rows.row(
                "Id", id,
                "PostTypeId", asks ? 1 : 2,
                "ParentId", asks ? null : question,
                "AcceptedAnswerId", asks && id < posts && random.nextInt(3) > 0 ? id + 1 : null,
                "CreationDate", at(id, 0),
                "Score", random.nextInt(12) - 2,
                "ViewCount", asks ? random.nextInt(1000) : null,
                "Body", html(source),
                "OwnerUserId", author,
                "LastEditorUserId", edited ? 1 : null,
                "LastEditDate", edited ? at(id, 20) : null,
                "LastActivityDate", at(id, 30),
                "Title", title,
                "Tags", tags,
                "AnswerCount", asks ? 2 : null,
                "CommentCount", 1,
                "ClosedDate", asks && random.nextInt(40) == 0 ? at(id, 40) : null,
                "ContentLicense", "CC BY-SA 4.0");
        String guid = "g" + id;
        history(histories, id, 2, guid, author, at(id, 0), null, source);
        if (asks) {
            history(histories, id, 1, guid, author, at(id, 0), null, title);
            history(histories, id, 3, guid, author, at(id, 0), null, tags);
        }
        if (edited) {
            history(histories, id, 5, guid + "e", 1, at(id, 20), "clearer", source);
        }
    }

    private void history(Rows rows, int post, int type, String guid, int user, String at, String comment, String text) throws IOException {
        rows.row("Id", ++history, "PostHistoryTypeId", type, "PostId", post, "RevisionGUID", guid, "CreationDate", at, "UserId", user,
                "Comment", comment, "Text", text, "ContentLicense", "CC BY-SA 4.0");
    }

    private String questionTags() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            names.add("<" + tag(1 + random.nextInt(TAGS)) + ">");
        }
        return String.join("", names);
    }

    /** Paragraphs, code and a list, in Markdown. */
    private String source() {
        return sentence(40) + " `" + word() + "_" + word() + "` *" + sentence(5) + "*.\n\n```\n" + word() + " = " + word()
                + "(a < b && c > d);\nreturn \"" + word() + "\";\n```\n\n- " + sentence(8) + "\n- " + sentence(8) + "\n\n" + sentence(50) + ".";
    }

    private static String html(String source) {
        String[] parts = source.split("\n\n");
        StringBuilder html = new StringBuilder();
        for (String part : parts) {
            String text = part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            if (part.startsWith("```")) {
                html.append("<pre class=\"lang-js prettyprint-override\"><code>").append(text, 4, text.length() - 3).append("</code></pre>\n");
            } else if (part.startsWith("- ")) {
                html.append("<ul>\n<li>").append(text.substring(2).replace("\n- ", "</li>\n<li>")).append("</li>\n</ul>\n");
            } else {
                html.append("<p>").append(text.replaceAll("`([^`]*)`", "<code>$1</code>").replaceAll("\\*([^*]*)\\*", "<em>$1</em>"))
                        .append("</p>\n");
            }
        }
        return html.toString();
    }

    private String sentence(int words) {
        StringBuilder text = new StringBuilder(word());
        for (int i = 1; i < words; i++) {
            text.append(' ').append(word());
        }
        return text.toString();
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private int user() {
        return 1 + random.nextInt(users);
    }

    private static String at(int post, int minutes) {
        return TIME.format(FIRST.plusSeconds((long) post * SECONDS_A_POST).plusMinutes(minutes));
    }
}
