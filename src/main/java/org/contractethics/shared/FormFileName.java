package org.contractethics.shared;

/**
 * The name of a file as a browser sends it in a form. By the HTML standard ("multipart/form-data encoding algorithm") a quotation
 * mark, a carriage return and a line feed go as {@code %22}, {@code %0D} and {@code %0A}, and nothing else is encoded, not even the
 * percent sign: so these three are read back and no others.
 */
public final class FormFileName {

    private FormFileName() {}

    /** May hold line breaks afterwards: whoever shows or keeps it takes them out. */
    public static String decoded(String sent) {
        return sent.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }
}
