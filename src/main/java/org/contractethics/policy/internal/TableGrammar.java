package org.contractethics.policy.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.contractethics.policy.internal.TableShape.Column;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Whether a file is a decision table as this software reads them: the columns of the one in force, and no code. */
final class TableGrammar {

    private static final Set<String> HIT_POLICIES = Set.of("FIRST", "UNIQUE");
    private static final int MOST_RULES = 200;
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "description",
            "decisionTable",
            "input",
            "inputExpression",
            "output",
            "rule",
            "inputEntry",
            "outputEntry",
            "text");
    private static final Set<String> ATTRIBUTES =
            Set.of("id", "name", "namespace", "label", "typeRef", "hitPolicy", "exporter", "exporterVersion");

    private final TableShape expected;
    private final Found found;

    TableGrammar(TableShape expected, Found found) {
        this.expected = expected;
        this.found = found;
    }

    /** @return whether the table can be evaluated at all */
    boolean check(byte[] dmn) {
        Found here = new Found();
        try {
            Element root = DmnXml.root(dmn);
            elements(root, here);
            if (here.nothing()) {
                shape(RuleTableReader.shape(dmn), here);
                rules(RuleTableReader.read(dmn), here);
            }
        } catch (DmnXml.Unreadable | IllegalStateException e) {
            String why = String.valueOf(e.getMessage()).strip();
            here.say(file() + " is no decision table: " + why + (why.endsWith(".") ? "" : "."));
        }
        here.sentences().forEach(found::say);
        return here.nothing();
    }

    /** The drawing of a modeller is left alone; every other element and attribute must be one we read. */
    private void elements(Element element, Found here) {
        boolean drawing = String.valueOf(element.getNamespaceURI()).contains("/DMNDI/");
        if (drawing) {
            return;
        }
        if (!ELEMENTS.contains(element.getLocalName())) {
            here.example(
                    file() + " has an element that this software does not read", "<" + element.getLocalName() + ">");
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!attribute.getNodeName().startsWith("xmlns") && !ATTRIBUTES.contains(attribute.getNodeName())) {
                here.example(file() + " has an attribute that this software does not read", attribute.getNodeName());
            }
        }
        DmnXml.children(element).forEach(child -> elements(child, here));
    }

    private void shape(TableShape given, Found here) {
        if (!given.id().equals(expected.id())) {
            here.say(file() + " holds the table " + given.id() + " instead of " + expected.id() + ".");
        }
        if (!HIT_POLICIES.contains(given.hitPolicy())) {
            here.say(file() + " has the hit policy " + given.hitPolicy() + ". Only FIRST and UNIQUE are supported.");
        }
        if (!given.inputs().equals(expected.inputs())) {
            here.say(file() + " has the inputs " + names(given.inputs()) + ". It must have " + names(expected.inputs())
                    + ".");
        }
        if (!given.outputs().equals(expected.outputs())) {
            here.say(file() + " has the outputs " + names(given.outputs()) + ". It must have "
                    + names(expected.outputs()) + ".");
        }
    }

    private void rules(RuleTable table, Found here) {
        if (table.rules().isEmpty() || table.rules().size() > MOST_RULES) {
            here.say(file() + " has " + table.rules().size() + " rules. It needs 1 to " + MOST_RULES + ".");
        }
        if (table.name().isBlank()
                || table.description().isBlank()
                || table.inputs().contains("")) {
            here.say(file() + " needs a name, a description and a label for every column.");
        }
        Set<String> ids = new HashSet<>();
        for (RuleTable.Rule rule : table.rules()) {
            if (!rule.id().matches(expected.id() + "-[a-z0-9-]{1,20}") || !ids.add(rule.id())) {
                here.example(
                        file() + " has a rule whose id is missing, used twice or not formed like " + expected.id()
                                + "-01",
                        "\"" + rule.id() + "\"");
            }
            if (!rule.reason().endsWith(".") || rule.reason().length() < 4) {
                here.example(file() + " has a rule without a sentence that says why, with a full stop", rule.id());
            }
            cells(rule, here);
        }
    }

    private void cells(RuleTable.Rule rule, Found here) {
        if (rule.inputs().size() != expected.inputs().size()
                || rule.outputs().size() != expected.outputs().size()) {
            here.example(file() + " has a rule with more or fewer cells than columns", rule.id());
            return;
        }
        IntStream.range(0, rule.inputs().size())
                .filter(at -> !Cell.readableInput(rule.inputs().get(at))
                        || !Cell.fits(
                                rule.inputs().get(at), expected.inputs().get(at).type()))
                .forEach(at -> unreadable(rule, rule.inputs().get(at), here));
        IntStream.range(0, rule.outputs().size())
                .filter(at -> !Cell.readableOutput(rule.outputs().get(at))
                        || !Cell.fits(
                                rule.outputs().get(at),
                                expected.outputs().get(at).type()))
                .forEach(at -> unreadable(rule, rule.outputs().get(at), here));
    }

    private void unreadable(RuleTable.Rule rule, String cell, Found here) {
        here.example(
                file() + " has a cell that is no value, list of values, not(...), comparison or range of its column",
                "\"" + cell + "\" in " + rule.id());
    }

    private String file() {
        return PolicyContent.fileOf(expected.id());
    }

    private static String names(List<Column> columns) {
        return String.join(", ", columns.stream().map(Column::toString).toList());
    }
}
