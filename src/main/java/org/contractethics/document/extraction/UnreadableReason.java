package org.contractethics.document.extraction;

/** Why a file yields no text; each says to the person what happened and what to do. */
public enum UnreadableReason {
    ENCRYPTED(
            "encrypted",
            "The file is protected by a password or encrypted, so its text cannot be read. Enter its password on the page of"
                    + " the document, or save a copy without the protection and upload it as a new version."),
    LOCKED(
            "encrypted, cannot be opened here",
            "The file is encrypted in a way that cannot be opened here, with or without its password. Open it on your computer,"
                    + " save a copy without the protection and upload that as a new version."),
    WRONG_PASSWORD(
            "wrong password",
            "The password did not open the file. Check it and enter it again, or save a copy without the protection and"
                    + " upload it as a new version."),
    UNSUPPORTED_VERSION(
            "unsupported version",
            "The file was written by a program version whose format cannot be read. Open it, save it as DOCX, XLSX, PPTX"
                    + " or PDF and upload that as a new version."),
    DAMAGED(
            "damaged",
            "The file is damaged or incomplete, so its text cannot be read. Check that it opens on your computer, save it"
                    + " again and upload it as a new version."),
    NO_TEXT_LAYER(
            "no text layer",
            "The pages are pictures without a text layer, for example a scan, so nothing in them can be searched. Run text"
                    + " recognition (OCR) or ask for the original file, then upload that as a new version. Scans are read here"
                    + " where the program Tesseract is installed (Debian package tesseract-ocr)."),
    NO_TEXT(
            "no text",
            "The file opens but holds no text at all. Check that it is the right file; if it is, people have to read the"
                    + " original."),
    LIMIT_HIT(
            "limit hit",
            "Reading the file would take more time or memory than is allowed: it expands far beyond its size or is too"
                    + " complex. Split it or save it as PDF and upload that as a new version."),
    READER_STOPPED(
            "reader stopped",
            "The program that reads files ended over this one, or could not be started for it, each time it was tried. Try once"
                    + " more; if that ends in the same way, open the file, save it again or save it as PDF, and upload that as"
                    + " a new version."),
    HOSTILE(
            "hostile",
            "The file is built so that opening it can do harm: it unpacks to many times its size, repeats itself without end or"
                    + " reaches outside of its own folder. It was not opened. Ask whoever sent it for a clean copy, and tell"
                    + " your security team.");

    private final String code;
    private final String sentence;

    UnreadableReason(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** The name under which the record knows this reason, for example {@code no text layer}. */
    public String code() {
        return code;
    }

    /** What happened and what to do, for people. */
    public String sentence() {
        return sentence;
    }
}
