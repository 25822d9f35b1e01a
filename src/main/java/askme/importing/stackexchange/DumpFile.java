package askme.importing.stackexchange;

import askme.importing.content.OldRows;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the rows of a file one after the other. A broken row is reported with its line, and the next line is read by a new parser. The
 * parser knows neither entities nor DTDs.
 */
final class DumpFile implements OldRows<DumpRow> {

    private static final XMLInputFactory PARSERS = parsers();

    private final String name;
    private final String root;
    private final Lines lines;
    private final BiConsumer<Long, String> broken;
    private XMLStreamReader parser;
    private long offset;
    private long rows;
    private boolean ended;

    /** @param broken gets the line and the error of each broken row */
    DumpFile(Path file, BiConsumer<Long, String> broken) throws IOException {
        this.name = file.getFileName().toString();
        this.root = name.replaceFirst("\\.xml$", "").toLowerCase(Locale.ROOT);
        this.broken = broken;
        this.lines = new Lines(new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // These limits count characters such as &lt; too. Without DTDs there are no other entities.
        factory.setProperty("http://www.oracle.com/xml/jaxp/properties/totalEntitySizeLimit", "0");
        factory.setProperty("http://www.oracle.com/xml/jaxp/properties/maxGeneralEntitySizeLimit", "0");
        return factory;
    }

    @Override
    public void skipTo(long position) throws IOException {
        while (rows < position && next() != null) {
            // These rows are stored.
        }
    }

    @Override
    public DumpRow next() throws IOException {
        while (!ended) {
            try {
                if (parser == null) {
                    parser = PARSERS.createXMLStreamReader(lines);
                }
                while (parser.hasNext()) {
                    if (parser.next() == XMLStreamConstants.START_ELEMENT
                            && parser.getLocalName().equals("row")) {
                        return row();
                    }
                }
                ended = true;
            } catch (XMLStreamException e) {
                recover(e);
            }
        }
        return null;
    }

    private DumpRow row() {
        Map<String, String> values = new HashMap<>(2 * parser.getAttributeCount());
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            values.put(parser.getAttributeLocalName(i), parser.getAttributeValue(i));
        }
        long line = offset + parser.getLocation().getLineNumber();
        lines.parsed(line);
        rows++;
        return new DumpRow(name, line, values);
    }

    private void recover(XMLStreamException error) throws IOException {
        if (error.getNestedException() instanceof IOException unreadable) {
            throw unreadable;
        }
        long line = lines.skipBroken("<" + root + ">");
        broken.accept(line == 0 ? lines.last() : line, line == 0 ? "the file ends early" : "the row is broken");
        ended = line == 0;
        parser = null;
        offset = lines.upcoming() - 1;
    }

    /** How many rows were read; broken ones do not count. */
    @Override
    public long position() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
