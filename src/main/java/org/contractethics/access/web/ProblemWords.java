package org.contractethics.access.web;

import org.contractethics.access.web.FilledForm.Cleaned;
import org.jsoup.nodes.Element;

/**
 * Says in a page what is wrong with a field: in the summary, and beside the field as {@code fragments/form} does.
 *
 * @param problem with a place for the label of the field, or without
 */
record ProblemWords(Look look, String heading, String error, String problem) {

    /** Names of the styles, which differ for people without an account. */
    enum Look {
        STAFF("error-summary", "has-problem", "form-wrong", "visually-hidden"),
        ANONYMOUS("summary", "wrong", "error", "hidden");

        private final String summary;
        private final String field;
        private final String message;
        private final String unseen;

        Look(String summary, String field, String message, String unseen) {
            this.summary = summary;
            this.field = field;
            this.message = message;
            this.unseen = unseen;
        }
    }

    Element summary(Element list) {
        Element summary = new Element("section")
                .addClass(look.summary)
                .attr("tabindex", "-1")
                .attr("role", "alert")
                .attr("aria-labelledby", "problem-summary");
        summary.appendElement("h2").id("problem-summary").text(heading);
        return summary.appendChild(list);
    }

    /** Marks the field and adds it to the list of the summary. */
    void mark(Cleaned field, Element list, int number) {
        Element control = field.control();
        String message = problem.formatted(field.label());
        if (control.attr("type").equals("hidden")) {
            list.appendElement("li").text(message);
            return;
        }
        if (control.id().isEmpty()) {
            control.id("wrong-field-" + number);
        }
        list.appendElement("li")
                .appendElement("a")
                .attr("href", "#" + control.id())
                .text(message);
        String id = control.id() + "-problem";
        control.attr("aria-invalid", "true")
                .attr("aria-describedby", (control.attr("aria-describedby") + " " + id).strip())
                .before(besides(id, message));
        Element around = control.closest(".field");
        if (around != null) {
            around.addClass(look.field);
        }
        control.parents().stream()
                .filter(parent -> parent.normalName().equals("details"))
                .forEach(parent -> parent.attr("open", true));
    }

    private Element besides(String id, String message) {
        Element beside = new Element("div").id(id);
        Element line = beside.appendElement("p").addClass(look.message);
        line.appendElement("span").addClass(look.unseen).text(error);
        line.appendText(" ");
        line.appendElement("span").text(message);
        return beside;
    }
}
