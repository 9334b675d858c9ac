package org.contractethics.screening.internal.lists;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One element of a list with what is in it. Reads element by element, so a large list is never held twice. */
final class XmlTree {

    private static final int DEEPEST = 30;

    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlTree> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlTree(String name) {
        this.name = name;
    }

    /** What is done with each element that was looked for. */
    interface Each {
        void read(XmlTree element, int line) throws MalformedList;
    }

    /**
     * Reads to the end of the file, so one cut off is refused. Declarations of a document type are refused: no list has one, and whoever
     * wants to read our files or fill our memory through a list needs one.
     *
     * @return the root, with its attributes alone
     */
    static XmlTree read(String file, byte[] bytes, Predicate<String> wanted, Each each) throws MalformedList {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return read(file, reader, wanted, each);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new MalformedList(
                    file, line, "is not whole XML. The file is empty, cut off or damaged; fetch the list again.");
        }
    }

    private static XmlTree read(String file, XMLStreamReader reader, Predicate<String> wanted, Each each)
            throws XMLStreamException, MalformedList {
        XmlTree root = new XmlTree("");
        while (reader.hasNext()) {
            int event = checked(file, reader, reader.next());
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (wanted.test(reader.getLocalName())) {
                    int line = reader.getLocation().getLineNumber();
                    each.read(element(file, reader, 0), line);
                } else if (root.name.isEmpty()) {
                    root = opened(reader);
                }
            }
        }
        return root;
    }

    private static XmlTree element(String file, XMLStreamReader reader, int depth)
            throws XMLStreamException, MalformedList {
        if (depth > DEEPEST) {
            throw new MalformedList(file, reader.getLocation().getLineNumber(), "is nested too deep for a list.");
        }
        XmlTree element = opened(reader);
        while (true) {
            int event = checked(file, reader, reader.next());
            if (event == XMLStreamConstants.START_ELEMENT) {
                element.children.add(element(file, reader, depth + 1));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                return element;
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                element.text.append(reader.getText());
            }
        }
    }

    private static int checked(String file, XMLStreamReader reader, int event) throws MalformedList {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new MalformedList(
                    file,
                    reader.getLocation().getLineNumber(),
                    "declares a document type or entities, which no published list does. Do not load this file; find out where it comes from.");
        }
        return event;
    }

    private static XmlTree opened(XMLStreamReader reader) {
        XmlTree element = new XmlTree(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return element;
    }

    String name() {
        return name;
    }

    /** The attribute, empty where there is none. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    String text() {
        return text.toString().strip();
    }

    /** The text of the first child of this name, empty where there is none. */
    String text(String child) {
        return all(child).stream().findFirst().map(XmlTree::text).orElse("");
    }

    List<XmlTree> all(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }
}
