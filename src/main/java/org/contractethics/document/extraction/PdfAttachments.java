package org.contractethics.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;

/** The files attached to a PDF: to the whole document, or to a place on a page. */
final class PdfAttachments {

    private static final int MOST_NODES = 1_000;

    private PdfAttachments() {}

    static void add(PDDocument pdf, Draft draft) throws IOException {
        PDDocumentNameDictionary names = pdf.getDocumentCatalog().getNames();
        if (names != null && names.getEmbeddedFiles() != null) {
            addTree(names.getEmbeddedFiles(), draft);
        }
        for (int i = 0; i < pdf.getNumberOfPages(); i++) {
            for (PDAnnotation annotation : pdf.getPage(i).getAnnotations()) {
                boolean attached = annotation instanceof PDAnnotationFileAttachment;
                if (attached
                        && ((PDAnnotationFileAttachment) annotation).getFile()
                                instanceof PDComplexFileSpecification file) {
                    addFile("attachment on page " + (i + 1), file, draft);
                }
            }
        }
    }

    /** The tree may lead in circles: so many nodes and no more. */
    private static void addTree(PDNameTreeNode<PDComplexFileSpecification> root, Draft draft) throws IOException {
        Deque<PDNameTreeNode<PDComplexFileSpecification>> nodes = new ArrayDeque<>();
        nodes.add(root);
        for (int seen = 0; !nodes.isEmpty() && seen < MOST_NODES; seen++) {
            PDNameTreeNode<PDComplexFileSpecification> node = nodes.remove();
            Map<String, PDComplexFileSpecification> files = node.getNames();
            if (files != null) {
                for (Map.Entry<String, PDComplexFileSpecification> file : files.entrySet()) {
                    addFile(file.getKey(), file.getValue(), draft);
                }
            }
            if (node.getKids() != null) {
                nodes.addAll(node.getKids());
            }
        }
    }

    private static void addFile(String key, PDComplexFileSpecification file, Draft draft) throws IOException {
        String name = file.getFilename() == null || file.getFilename().isBlank() ? key : file.getFilename();
        PDEmbeddedFile content =
                file.getEmbeddedFileUnicode() == null ? file.getEmbeddedFile() : file.getEmbeddedFileUnicode();
        if (content == null) {
            draft.embedded().notRead(name, "only a reference to a file elsewhere");
            return;
        }
        try (InputStream in = content.createInputStream()) {
            draft.embedded().add(name, in);
        } catch (IOException e) {
            if (Failures.reason(e) == UnreadableReason.HOSTILE) {
                throw e;
            }
            draft.embedded().notRead(name, "damaged");
        }
    }
}
