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
import org.xml.sax.SAXException;

/** Reads a DMN file for people: the engine keeps neither labels nor the reasons of the rows. */
final class RuleTableReader {

    private RuleTableReader() {}

    static RuleTable read(byte[] dmn) {
        Element decision = only(root(dmn), "decision");
        Element table = only(decision, "decisionTable");
        return new RuleTable(
                decision.getAttribute("id"),
                decision.getAttribute("name"),
                text(decision, "description"),
                table.getAttribute("hitPolicy"),
                elements(table, "input").stream()
                        .map(input -> input.getAttribute("label"))
                        .toList(),
                elements(table, "output").stream()
                        .map(output -> output.getAttribute("label"))
                        .toList(),
                elements(table, "rule").stream().map(RuleTableReader::rule).toList());
    }

    private static RuleTable.Rule rule(Element rule) {
        return new RuleTable.Rule(
                rule.getAttribute("id"),
                text(rule, "description"),
                elements(rule, "inputEntry").stream()
                        .map(cell -> text(cell, "text"))
                        .toList(),
                elements(rule, "outputEntry").stream()
                        .map(cell -> text(cell, "text"))
                        .toList());
    }

    private static Element root(byte[] dmn) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(dmn))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("A decision table cannot be read", e);
        }
    }

    private static Element only(Element parent, String name) {
        List<Element> found = elements(parent, name);
        if (found.size() != 1) {
            throw new IllegalStateException("A decision table file holds exactly one " + name);
        }
        return found.get(0);
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).stream()
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(node -> name.equals(node.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }
}
