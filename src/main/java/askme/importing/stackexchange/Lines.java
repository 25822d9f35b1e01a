package askme.importing.stackexchange;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Gives a parser one line after the other, and keeps the lines that it may have to be given again after an error. Characters that XML
 * forbids are removed: dumps contain them as references.
 */
final class Lines extends Reader {

    /** No row of a dump is longer. The rest of a longer line is ignored, so it is reported as broken. */
    private static final int LONGEST = 8_000_000;

    private static final String REFERENCE = "&#x";
    private static final int LONGEST_REFERENCE = 10;
    private static final int HEXADECIMAL = 16;

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

    /** Loops instead of patterns: this reads every character of a dump twice. */
    private static String clean(String line) {
        StringBuilder kept = null;
        int done = 0;
        for (int i = 0; i < line.length(); i++) {
            int length = forbidden(line, i);
            if (length > 0) {
                kept = kept == null ? new StringBuilder(line.length()) : kept;
                kept.append(line, done, i);
                done = i + length;
                i = done - 1;
            }
        }
        return kept == null ? line : kept.append(line, done, line.length()).toString();
    }

    /** The length of the forbidden character or reference at {@code i}; 0 if it is allowed. */
    private static int forbidden(String line, int i) {
        char c = line.charAt(i);
        if (c == '&') {
            int end = line.startsWith(REFERENCE, i) ? line.indexOf(';', i) : -1;
            boolean reference = end > i + REFERENCE.length() && end <= i + LONGEST_REFERENCE;
            return reference && isForbidden(line.substring(i + REFERENCE.length(), end)) ? end + 1 - i : 0;
        }
        return c < ' ' && c != '\t' && c != '\r' || c == '\ufeff' || c >= '\ufffe' ? 1 : 0;
    }

    private static boolean isForbidden(String number) {
        try {
            int c = Integer.parseInt(number, HEXADECIMAL);
            return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == '\ufffe' || c == '\uffff';
        } catch (NumberFormatException e) {
            return false;
        }
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
     * @return the line of the broken row; 0 if the file has ended
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
