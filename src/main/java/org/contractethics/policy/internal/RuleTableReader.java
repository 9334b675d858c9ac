package org.contractethics.policy.internal;

import static org.contractethics.policy.internal.DmnXml.elements;
import static org.contractethics.policy.internal.DmnXml.only;
import static org.contractethics.policy.internal.DmnXml.text;

import org.contractethics.policy.internal.TableShape.Column;
import org.w3c.dom.Element;

/** Reads a DMN file for people: the engine keeps neither labels nor the reasons of the rows. */
final class RuleTableReader {

    private RuleTableReader() {}

    static RuleTable read(byte[] dmn) {
        Element decision = only(DmnXml.root(dmn), "decision");
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

    static TableShape shape(byte[] dmn) {
        Element decision = only(DmnXml.root(dmn), "decision");
        Element table = only(decision, "decisionTable");
        return new TableShape(
                decision.getAttribute("id"),
                table.getAttribute("hitPolicy"),
                elements(table, "input").stream()
                        .map(input -> only(input, "inputExpression"))
                        .map(expression -> new Column(text(expression, "text"), expression.getAttribute("typeRef")))
                        .toList(),
                elements(table, "output").stream()
                        .map(output -> new Column(output.getAttribute("name"), output.getAttribute("typeRef")))
                        .toList());
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
}
