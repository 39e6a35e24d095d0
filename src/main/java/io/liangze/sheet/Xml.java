package io.liangze.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.liangze.shared.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A walk through one part of a workbook. Knows elements by their local name (strict workbooks use other namespaces).
 * A document type, an entity or a token of more than {@link Limits#TOKEN} bytes is refused: workbooks have none.
 */
final class Xml implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    private final Measured in;
    private final XMLStreamReader reader;

    Xml(InputStream part) {
        in = new Measured(part);
        try {
            reader = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException broken) {
            throw broken();
        }
    }

    static Refusal broken() {
        return Refusal.invalid("file", "sheet.broken");
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The next start of an element; null behind the last. */
    @Nullable String nextStart() {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) event = next();
        return event == XMLStreamConstants.START_ELEMENT ? reader.getLocalName() : null;
    }

    /** The next start of an element inside {@code parent}; null at its end. */
    @Nullable String nextStartIn(String parent) {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) return reader.getLocalName();
            if (event == XMLStreamConstants.END_DOCUMENT
                || event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(parent)) return null;
        }
    }

    @Nullable String attribute(String name) {
        for (int i = 0, n = reader.getAttributeCount(); i < n; i++)
            if (reader.getAttributeLocalName(i).equals(name)) return reader.getAttributeValue(i);
        return null;
    }

    /** All text within the element just begun, but none of phonetic readings ({@code rPh}); stands at its end then. */
    String text() {
        StringBuilder several = null;
        String only = "";
        int depth = 1;
        int phonetic = Integer.MAX_VALUE;
        while (depth > 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (reader.getLocalName().equals("rPh")) phonetic = Math.min(phonetic, depth);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == phonetic) phonetic = Integer.MAX_VALUE;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (phonetic != Integer.MAX_VALUE) break;
                    if (several == null && only.isEmpty()) only = reader.getText();
                    else {
                        if (several == null) several = new StringBuilder(only);
                        several.append(reader.getText());
                        if (several.length() > Limits.TOKEN) throw Refusal.invalid("file", "sheet.swells");
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw broken();
                default -> { }
            }
        }
        return several == null ? only : several.toString();
    }

    private int next() {
        in.sinceEvent = 0;
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE)
                throw Refusal.invalid("file", "sheet.entities");
            return event;
        } catch (XMLStreamException | RuntimeException failed) {
            throw failed instanceof Refusal refusal ? refusal : broken();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Counts what is read for one event. */
    private static final class Measured extends FilterInputStream {
        private int sinceEvent;

        Measured(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            sinceEvent += Math.max(n, 0);
            if (sinceEvent > Limits.TOKEN) throw Refusal.invalid("file", "sheet.swells");
            return n;
        }
    }
}
