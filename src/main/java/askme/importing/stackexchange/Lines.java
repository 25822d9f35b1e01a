package askme.importing.stackexchange;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * Gives a parser one line after the other, and remembers the lines that it may have to be given again after an error. Characters that XML
 * forbids are removed: dumps contain them as references.
 */
final class Lines extends Reader {

    /** No row of a dump is longer. The rest of a longer line is ignored, so it is reported as broken. */
    private static final int LONGEST = 8_000_000;

    private static final Pattern FORBIDDEN_REFERENCES =
            Pattern.compile("&#x(?:0?[0-8BbCcEeFf]|1[0-9A-Fa-f]|[Ff]{3}[EeFf]);");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]|[\\ufeff\\ufffe\\uffff]");

    private final Reader source;
    private final Deque<Line> given = new ArrayDeque<>();
    private final Deque<Line> again = new ArrayDeque<>();
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int filled;
    private String current = "";
    private int done;
    private long number;
    private boolean ended;

    Lines(Reader source) {
        this.source = source;
    }

    private record Line(long number, String text) {

        boolean isRow() {
            return text.stripLeading().startsWith("<row");
        }
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (done == current.length() && !next()) {
            return -1;
        }
        int count = Math.min(length, current.length() - done);
        current.getChars(done, done + count, target, offset);
        done += count;
        return count;
    }

    private boolean next() throws IOException {
        Line line = again.isEmpty() ? readLine() : again.poll();
        if (line == null) {
            return false;
        }
        given.add(line);
        current = line.text + "\n";
        done = 0;
        return true;
    }

    private Line readLine() throws IOException {
        StringBuilder text = new StringBuilder();
        while (!ended) {
            if (position == filled) {
                filled = source.read(buffer);
                position = 0;
                ended = filled < 0;
                filled = Math.max(0, filled);
                continue;
            }
            char c = buffer[position++];
            if (c == '\n') {
                return new Line(++number, clean(text.toString()));
            }
            if (text.length() < LONGEST) {
                text.append(c);
            }
        }
        return text.isEmpty() ? null : new Line(++number, clean(text.toString()));
    }

    private static String clean(String line) {
        String text = line.contains("&#x") ? FORBIDDEN_REFERENCES.matcher(line).replaceAll("") : line;
        return FORBIDDEN.matcher(text).replaceAll("");
    }

    /** The parser has read everything up to this line; it is not needed any longer. */
    void parsed(long line) {
        while (!given.isEmpty() && given.peek().number <= line) {
            given.poll();
        }
    }

    /**
     * Drops the broken row: the first one that was not parsed. The lines after it are given again to a new parser.
     *
     * @param start what the new parser reads first
     * @return the line of the broken row; 0 if there is none, and the file has ended
     */
    long skipBroken(String start) {
        long broken = 0;
        for (Iterator<Line> lines = given.iterator(); lines.hasNext() && broken == 0; ) {
            Line line = lines.next();
            broken = line.isRow() ? line.number : 0;
        }
        if (broken == 0 && !given.isEmpty()) {
            broken = ended && again.isEmpty() ? 0 : given.peekLast().number;
        }
        long last = broken;
        Deque<Line> rest = new ArrayDeque<>();
        given.stream().filter(line -> last > 0 && line.number > last).forEach(rest::add);
        rest.addAll(again);
        again.clear();
        again.addAll(rest);
        given.clear();
        current = start;
        done = 0;
        return broken;
    }

    /** The number of the last line that was read from the file. */
    long last() {
        return number;
    }

    /** The number of the next line that a new parser is given. */
    long upcoming() {
        return again.isEmpty() ? number + 1 : again.peek().number;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
