package org.contractethics.document.extraction;

/** Files inside a file are not read; that they are there is said, because they may hold what was agreed. */
final class EmbeddedFiles {

    private EmbeddedFiles() {}

    static void note(OfficePackage office, Draft draft) {
        note(office.countIn("embeddings"), draft);
        if (office.countIn("afchunk") > 0
                || !office.partsOfType("message/rfc822").isEmpty()) {
            draft.gap(
                    "A piece of the text is stored in another format inside the file and was not read. Open the original.");
        }
    }

    static void note(long count, Draft draft) {
        if (count == 1) {
            draft.gap(
                    "One file is embedded in this one; its content was not read. Upload it as a document of its own.");
        } else if (count > 1) {
            draft.gap(count
                    + " files are embedded in this one; their content was not read. Upload them as documents of their"
                    + " own.");
        }
    }
}
