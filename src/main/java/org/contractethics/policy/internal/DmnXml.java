package org.contractethics.policy.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;

/** Reads the elements of a DMN file; no document type, no entity, nothing from elsewhere. */
final class DmnXml {

    private static final String DEEPEST = "50";

    private DmnXml() {}

    /** A file that is no well-formed XML. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static Element root(byte[] dmn) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            // deeper than any table, and not as deep as the stack of whoever walks through it
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler((ErrorHandler) null);
            return builder.parse(new ByteArrayInputStream(dmn)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new Unreadable("A decision table cannot be read: " + e.getMessage(), e);
        }
    }

    static Element only(Element parent, String name) {
        List<Element> found = elements(parent, name);
        if (found.size() != 1) {
            throw new IllegalStateException("A decision table file holds exactly one " + name);
        }
        return found.get(0);
    }

    static String text(Element parent, String name) {
        return elements(parent, name).stream()
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }

    static List<Element> elements(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> name.equals(element.getLocalName()))
                .toList();
    }

    static List<Element> children(Element parent) {
        NodeList children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
