package org.contractethics.review.web;

import java.util.List;
import org.contractethics.document.Documents;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.CheckingDocuments;
import org.contractethics.review.internal.CheckingDocuments.Check;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Component;

/** S2. */
@Component
class DocumentCheckForms implements StageForms {

    private final CheckingDocuments checking;
    private final Documents documents;
    private final RedFlagWords redFlags;

    DocumentCheckForms(CheckingDocuments checking, Documents documents, RedFlagWords redFlags) {
        this.checking = checking;
        this.documents = documents;
        this.redFlags = redFlags;
    }

    @Override
    public Stage stage() {
        return Stage.DOCUMENT_CHECK;
    }

    @Override
    public String act() {
        return "Confirm the documents";
    }

    @Override
    public FormValues initial(Open open) {
        return FormValues.none()
                .with("seen-hash", documents.documentSetHash(open.contract().id()));
    }

    @Override
    public List<Section> sections(Open open, FormValues values) {
        return List.of(Section.of(
                "Documents",
                "The review is about the documents as they are listed here. A document that cannot be read is a gap in the information; it never counts as harmless.",
                Field.hidden("seen-hash"),
                Field.area(
                        "gaps",
                        "What is missing",
                        "Documents the contract names but that are not here, and anything that cannot be read.",
                        false,
                        4),
                Field.checkboxes(
                                "confirmed",
                                "Confirmation",
                                Field.choices("yes", "I have looked through every document that is listed here"),
                                "Each red flag that the scan found is confirmed or set aside before.")
                        .noting(redFlags.unjudged(open.contract().id(), open.actor()))));
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        return checking.problems(open.contract().id(), check(values));
    }

    @Override
    public List<Statement> consequences(Open open, FormValues values) {
        Statement.Builder set = Statement.titled("Documents of this review");
        documents
                .currentVersions(open.contract().id())
                .forEach(version -> set.line(
                        version.status().name().equals("READ")
                                ? "Readable"
                                : version.status().name().equals("FAILED") ? "Not readable" : "Still being read",
                        version.title() + ", version " + version.number()
                                + (version.failure() == null ? "" : ": " + version.failure()),
                        "/contracts/" + open.contract().id() + "/documents/" + version.id()));
        return List.of(set.line("Hash of the set", values.text("seen-hash")).build());
    }

    /** Other documents have to be confirmed anew. */
    @Override
    public FormValues again(Open open, FormValues values) {
        return values.without("confirmed")
                .with("seen-hash", documents.documentSetHash(open.contract().id()));
    }

    @Override
    public String send(Open open, FormValues values) {
        checking.check(open.review().id(), check(values), open.actor());
        return "The documents are confirmed. The review goes on with the legal check.";
    }

    private static Check check(FormValues values) {
        return new Check(values.text("seen-hash"), values.ticked("confirmed"), values.text("gaps"));
    }
}
