package org.contractethics.document.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;

/** Puts the lines of a plain text together to paragraphs. */
final class PlainParagraphs {

    /** A longer line was broken to fit the page; a shorter one ends where it was meant to. */
    private static final int BROKEN = 55;

    private static final int LONGEST = 20_000;

    private final PartDraft into;
    private final StringBuilder paragraph = new StringBuilder();
    private String last = "";

    private PlainParagraphs(PartDraft into) {
        this.into = into;
    }

    static void add(String text, PartDraft into, Budget budget) throws IOException {
        add(new BufferedReader(new StringReader(text)), into, budget);
    }

    static void add(BufferedReader lines, PartDraft into, Budget budget) throws IOException {
        PlainParagraphs paragraphs = new PlainParagraphs(into);
        int count = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (++count % 1_000 == 0) {
                budget.checkTime();
            }
            paragraphs.take(line.strip());
        }
        paragraphs.end();
    }

    private void take(String line) {
        if (line.isEmpty()) {
            end();
            return;
        }
        if (begins(line)) {
            end();
        }
        paragraph
                .append(paragraph.isEmpty() ? "" : wasBroken(line) ? " " : "\n")
                .append(line);
        last = line;
    }

    /** Quoted lines of a mail stay lines. */
    private boolean wasBroken(String line) {
        return last.length() > BROKEN && !line.startsWith(">");
    }

    private boolean begins(String line) {
        boolean ended =
                last.isEmpty() || ".:;,".indexOf(last.charAt(last.length() - 1)) >= 0 || last.length() <= BROKEN;
        return paragraph.length() > LONGEST || (ended && ClauseNumber.at(line) != null);
    }

    private void end() {
        into.add(paragraph.toString(), null);
        paragraph.setLength(0);
        last = "";
    }
}
