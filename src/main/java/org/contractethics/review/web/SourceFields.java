package org.contractethics.review.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.review.internal.evidence.Source;
import org.contractethics.review.internal.evidence.Source.Credibility;
import org.contractethics.review.internal.evidence.Source.Description;
import org.contractethics.review.internal.evidence.Source.Kind;
import org.contractethics.review.internal.followup.Incident.Reliability;

/** The fields by which a source is described, in the research and in the list of sources alike. */
final class SourceFields {

    static final String GRADES =
            "Sources are graded by the Admiralty system (NATO AJP-2.1): how reliable the source is, and how far what it says can be believed.";

    private SourceFields() {}

    /** @param id first part of the names of the fields */
    static List<Field> of(String id, boolean required) {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(Kind.values()).forEach(kind -> kinds.put(kind.name(), kind.label()));
        Map<String, String> reliabilities = new LinkedHashMap<>();
        Arrays.stream(Reliability.values()).forEach(grade -> reliabilities.put(grade.name(), grade.label()));
        Map<String, String> credibilities = new LinkedHashMap<>();
        Arrays.stream(Credibility.values()).forEach(grade -> credibilities.put(grade.name(), grade.label()));
        return List.of(
                Field.text(id + "source", "Source", "Author and title.", required),
                Field.text(id + "publisher", "Publisher", "Who published it.", required),
                Field.select(id + "kind", "Kind of source", kinds, null, required),
                Field.text(
                        id + "location",
                        "Where it can be read",
                        "A web address, or a document of the contract.",
                        required),
                Field.date(id + "date", "Date of the source", null, required),
                Field.select(id + "reliability", "Reliability of the source", reliabilities, null, required),
                Field.select(id + "credibility", "Credibility of what it says", credibilities, null, required),
                Field.checkboxes(
                        id + "independent",
                        "Independence",
                        Field.choices("yes", "Independent of the customer and of the company"),
                        null));
    }

    static Description description(FormValues values, String id) {
        return new Description(
                values.text(id + "source"),
                values.text(id + "publisher"),
                values.constant(id + "kind", Kind.class),
                values.text(id + "location"),
                values.date(id + "date"),
                values.constant(id + "reliability", Reliability.class),
                values.constant(id + "credibility", Credibility.class),
                values.ticked(id + "independent"));
    }

    /** Number to words, to choose from. */
    static Map<String, String> listed(List<Source> sources) {
        Map<String, String> listed = new LinkedHashMap<>();
        sources.forEach(source -> listed.put(String.valueOf(source.number()), source.name() + ": " + source.words()));
        return listed;
    }
}
