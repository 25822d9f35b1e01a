package askme;

import java.util.regex.Pattern;

/** Finds comments and messages in Java, JavaScript and CSS, and passes over strings and regular expressions. */
final class CodeComments {

    /** A statement whose strings people read: it logs, throws or prints. */
    private static final Pattern MESSAGE_STATEMENT =
            Pattern.compile("\\b(LOG|Log|log|LOGGER)\\s*\\.|Exception\\(|Error\\(|System\\.(out|err)|\\.as\\(");

    private static final Pattern BEFORE_REGEX =
            Pattern.compile("(^|[(,=:\\[!&|?{};+*%~^<>-]|\\b(return|typeof|case|of|in))\\s*$");

    private final String text;
    private final boolean script;
    private final Prose prose;
    private int at;
    private StringBuilder statement = new StringBuilder();
    private int lineComments = -1;

    CodeComments(String text, boolean script, Prose prose) {
        this.text = text;
        this.script = script;
        this.prose = prose;
    }

    void read() {
        code('\0');
    }

    private void code(char end) {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == end && depth == 0) {
                at++;
                return;
            }
            if (text.startsWith("//", at)) {
                lineComment();
            } else if (text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                prose.comment(line(at), text.substring(at + 2, close).replaceFirst("^\\*", " "));
                at = close + 2;
            } else if (text.startsWith("\"\"\"", at)) {
                at = text.indexOf("\"\"\"", at + 3) + 3;
            } else if (c == '"' || c == '\'') {
                string(c);
            } else if (script && c == '`') {
                template();
            } else if (script && c == '/' && BEFORE_REGEX.matcher(lastCode()).find()) {
                regex();
            } else {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                statement.append(c);
                if (c == ';' || c == '{' || c == '}') {
                    statement = new StringBuilder().append(c);
                }
                at++;
            }
        }
    }

    private String lastCode() {
        return statement.substring(Math.max(0, statement.length() - 12));
    }

    /** Reads this comment, and those that follow it alone on their lines. */
    private void lineComment() {
        int start = at;
        StringBuilder comment = new StringBuilder();
        do {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            comment.append(text, at + 2, end).append('\n');
            at = end;
            int next = at;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            boolean follows = text.startsWith("//", next)
                    && text.substring(at, next).chars().filter(c -> c == '\n').count() == 1;
            if (!follows) {
                break;
            }
            at = next;
        } while (true);
        prose.add(line(start), comment.toString(), true);
    }

    private void string(char quote) {
        int start = at++;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        String value = text.substring(start + 1, Math.min(at, text.length()));
        at++;
        if (!script
                && value.matches(".*\\S \\S+ \\S.*")
                && MESSAGE_STATEMENT.matcher(statement).find()) {
            prose.add(line(start), value, false);
        }
        statement.append(quote).append(quote);
    }

    private void template() {
        at++;
        while (at < text.length() && text.charAt(at) != '`') {
            if (text.startsWith("${", at)) {
                at += 2;
                code('}');
            } else {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at++;
        statement.append("``");
    }

    private void regex() {
        at++;
        boolean set = false;
        while (at < text.length() && (set || text.charAt(at) != '/') && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            set = c == '[' || set && c != ']';
            at += c == '\\' ? 2 : 1;
        }
        at++;
        statement.append("//");
    }

    private int line(int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
