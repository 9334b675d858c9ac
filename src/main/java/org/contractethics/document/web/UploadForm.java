package org.contractethics.document.web;

import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.internal.Upload;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.FormFileName;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** @param title and {@code document}: what was typed and chosen beside the file, kept when the form is shown again */
record UploadForm(String title, String document) {

    static final UploadForm EMPTY = new UploadForm("", "");

    Upload upload(ContractId contract, @Nullable MultipartFile file) {
        String name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isBlank()) {
            throw Refused.invalid("Choose a file to upload.");
        }
        return new Upload(contract, document.isBlank() ? null : documentId(), title, FormFileName.decoded(name), file);
    }

    private DocumentId documentId() {
        try {
            return DocumentId.valueOf(document);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("Choose whether this is a new document or a new version of one in the list.");
        }
    }

    /** What the page says afterwards. */
    String said(DocumentVersion added) {
        String what = added.number() == 1
                ? "“" + added.title() + "”"
                : "Version " + added.number() + " of “" + added.title() + "”";
        return what + " was added. Its text is being read.";
    }
}
