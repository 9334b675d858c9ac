package org.contractethics.document.cleaning;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.contractethics.shared.CleanCopies.Found;
import org.contractethics.shared.CleanCopies.Trace;

/** What a PDF tells besides its pages. */
final class PdfTraces {

    private PdfTraces() {}

    static List<Found> of(PDDocument pdf) throws IOException {
        Traces traces = new Traces();
        PDDocumentInformation told = pdf.getDocumentInformation();
        traces.add(Trace.AUTHOR, told.getAuthor());
        traces.add(Trace.TITLE, told.getTitle());
        traces.add(Trace.PROGRAM, told.getCreator());
        traces.add(Trace.PROGRAM, told.getProducer());
        traces.add(Trace.CREATED, told.getCustomMetadataValue("CreationDate"));
        addCatalog(pdf.getDocumentCatalog(), traces);
        addNotes(pdf, traces);
        return traces.all();
    }

    private static void addCatalog(PDDocumentCatalog catalog, Traces traces) {
        traces.count(Trace.OWN_PROPERTIES, catalog.getMetadata() == null ? 0 : 1);
        var names = catalog.getNames();
        boolean files = names != null && names.getEmbeddedFiles() != null;
        boolean scripts = names != null && names.getJavaScript() != null;
        traces.count(Trace.FILES_INSIDE, files ? 1 : 0);
        traces.count(Trace.SCRIPT, scripts || catalog.getCOSObject().containsKey("OpenAction") ? 1 : 0);
    }

    private static void addNotes(PDDocument pdf, Traces traces) throws IOException {
        int notes = 0;
        int files = 0;
        Set<String> authors = new HashSet<>();
        for (PDPage page : pdf.getPages()) {
            for (PDAnnotation note : page.getAnnotations()) {
                notes += note instanceof PDAnnotationLink ? 0 : 1;
                files += note instanceof PDAnnotationFileAttachment ? 1 : 0;
                if (note instanceof PDAnnotationMarkup markup && markup.getTitlePopup() != null) {
                    authors.add(markup.getTitlePopup());
                }
            }
        }
        traces.count(Trace.COMMENTS, notes, authors);
        traces.count(Trace.FILES_INSIDE, files);
    }
}
