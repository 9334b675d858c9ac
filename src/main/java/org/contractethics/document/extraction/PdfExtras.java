package org.contractethics.document.extraction;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

/** What a PDF holds beside the text of its pages. */
final class PdfExtras {

    private PdfExtras() {}

    static void add(PDDocument pdf, Draft draft) throws IOException {
        addForm(pdf, draft);
        new PdfNotes(pdf, draft).add();
        PdfAttachments.add(pdf, draft);
        addProperties(pdf, draft);
    }

    private static void addProperties(PDDocument pdf, Draft draft) {
        PDDocumentInformation told = pdf.getDocumentInformation();
        draft.property("title", told.getTitle());
        draft.property("subject", told.getSubject());
        draft.property("creator", told.getAuthor());
        draft.property("keywords", told.getKeywords());
        draft.property("Application", told.getCreator());
    }

    private static void addForm(PDDocument pdf, Draft draft) {
        // no repairs: they would need fonts and change nothing of the values
        PDAcroForm form = pdf.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            return;
        }
        for (PDField field : form.getFieldTree()) {
            draft.budget().checkTime();
            String value = field.getValueAsString();
            if (value != null && !value.isBlank() && !value.equals("Off")) {
                draft.plain("form fields").add(value, String.valueOf(field.getPartialName()), null);
            }
        }
    }
}
