package org.contractethics.document.cleaning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of an office file, unpacked in memory and never more of them than one file may hold. */
final class OfficeParts {

    private static final int MOST_PARTS = 5_000;
    private static final int MOST_BYTES = 96 * 1024 * 1024;

    private static final XMLInputFactory XML = factory();

    private final Map<String, byte[]> parts = new TreeMap<>();
    private int bytes;

    private OfficeParts() {}

    static OfficeParts of(byte[] original) throws IOException {
        OfficeParts found = new OfficeParts();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(original))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.take(entry.getName(), zip);
            }
        }
        return found;
    }

    private void take(String name, ZipInputStream zip) throws IOException {
        // one byte more than allowed tells that there is more
        byte[] part = zip.readNBytes(MOST_BYTES - bytes + 1);
        bytes += part.length;
        if (bytes > MOST_BYTES || parts.size() >= MOST_PARTS || parts.put(name, part) != null) {
            throw new IOException("a package that asks for too much, or twice for the same");
        }
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    List<String> names(Pattern names) {
        return parts.keySet().stream()
                .filter(name -> names.matcher(name).matches())
                .toList();
    }

    int count(String beginning) {
        return (int) parts.keySet().stream()
                .filter(name -> name.startsWith(beginning) && !name.endsWith("/"))
                .count();
    }

    /** What is told of each event of a part. */
    interface Listener {

        void begins(XMLStreamReader at);

        void says(String text);

        void ends(String name);
    }

    /** Reads a part; one that is not there says nothing. */
    void read(String name, Listener listener) throws IOException {
        byte[] part = parts.get(name);
        if (part == null) {
            return;
        }
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(part));
            while (reader.hasNext()) {
                tell(reader, listener);
            }
        } catch (XMLStreamException e) {
            throw new IOException("XML that cannot be read");
        }
    }

    private static void tell(XMLStreamReader reader, Listener listener) throws XMLStreamException {
        switch (reader.next()) {
            case XMLStreamReader.START_ELEMENT -> listener.begins(reader);
            case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
                listener.says(reader.getText());
            case XMLStreamReader.END_ELEMENT -> listener.ends(reader.getLocalName());
            case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE ->
                throw new XMLStreamException("office files declare no document types");
            default -> {}
        }
    }

    static @Nullable String attribute(XMLStreamReader at, String localName) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals(localName)) {
                return at.getAttributeValue(i);
            }
        }
        return null;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
