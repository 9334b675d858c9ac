package org.contractethics.document.extraction;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;

/**
 * The XML inside an Office file, event by event, by local names: so transitional and strict files read alike. Document type
 * declarations are refused, because Office writes none and entity bombs need one.
 */
final class XmlEvents implements Closeable {

    private static final XMLInputFactory FACTORY = XMLHelper.newXMLInputFactory();
    private static final int EVENTS_BETWEEN_CHECKS = 4096;
    private static final int MAX_DEPTH = 10_000;

    private final InputStream source;
    private final Budget budget;
    private final XMLStreamReader reader;
    private int events;
    private int depth;

    XmlEvents(InputStream source, Budget budget) throws IOException {
        this.source = source;
        this.budget = budget;
        try {
            this.reader = FACTORY.createXMLStreamReader(source);
        } catch (XMLStreamException e) {
            throw new IOException("XML that cannot be read", e);
        }
    }

    /** Moves on; one of the constants of {@link XMLStreamConstants}, of which only elements and text matter. */
    int next() throws IOException {
        try {
            if (!reader.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            if (++events % EVENTS_BETWEEN_CHECKS == 0) {
                budget.checkTime();
            }
            return checked(reader.next());
        } catch (XMLStreamException | RuntimeException e) {
            if (e instanceof LimitHitException || e instanceof HostileFileException) {
                throw (RuntimeException) e;
            }
            throw new IOException("XML that cannot be read", e);
        }
    }

    private int checked(int event) throws IOException {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new HostileFileException("document type declaration");
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > MAX_DEPTH) {
            throw new LimitHitException("nesting");
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }

    static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** The local name of the current element. */
    String name() {
        return reader.getLocalName();
    }

    /** The text of the current text event. */
    String text() {
        return reader.getText();
    }

    /** The attribute of that local name, whatever its namespace; null where there is none. */
    @Nullable
    String attribute(String localName) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(localName)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String localName, String otherwise) {
        String value = attribute(localName);
        return value == null ? otherwise : value;
    }

    /** The attribute of that local name that lies in a namespace, as references to other parts do. */
    String reference(String localName) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals(localName) && namespace != null && !namespace.isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    int number(String localName, int otherwise) {
        return parse(attribute(localName), otherwise);
    }

    static int parse(@Nullable String digits, int otherwise) {
        if (digits == null || digits.isEmpty() || digits.length() > 9) {
            return otherwise;
        }
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Passes over everything inside the element that just began, its end included. */
    void skip() throws IOException {
        int open = 1;
        while (open > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (source) {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException("XML that cannot be closed", e);
        }
    }
}
