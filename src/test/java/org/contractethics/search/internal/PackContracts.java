package org.contractethics.search.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contractethics.document.extraction.DocumentType;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.ReadingRequest;
import org.contractethics.document.extraction.TextReader;

/** The contracts of the data folder, read from their PDF files into clauses as the product reads an upload. */
final class PackContracts {

    private final TextReader reader = new TextReader(Duration.ofMinutes(2));

    /** A clause, and where it stands in the text that the labels count in. */
    record PackClause(String contract, int ordinal, ClauseText clause, int start, int end) {}

    /** In the order of the contracts and their clauses. */
    List<PackClause> read(Path folder) throws IOException, InterruptedException {
        var clauses = new ArrayList<PackClause>();
        for (Path pdf : filesOf(folder.resolve("cuad/pdf"))) {
            String contract = pdf.getFileName().toString().replaceAll("_.*", "");
            Path txt = folder.resolve("cuad/txt")
                    .resolve(pdf.getFileName().toString().replace(".pdf", ".txt"));
            clauses.addAll(clauses(contract, pdf, new PlaceInText(Files.readString(txt))));
        }
        return clauses;
    }

    private List<PackClause> clauses(String contract, Path pdf, PlaceInText places) throws InterruptedException {
        Reading reading = reader.read(ReadingRequest.of(pdf, DocumentType.PDF));
        if (!(reading instanceof Text text)) {
            throw new AssertionError(pdf + " was not read: " + reading);
        }
        var clauses = new ArrayList<PackClause>();
        for (ClauseText clause : text.clauses()) {
            int[] place = places.of(clause.text());
            clauses.add(new PackClause(contract, clauses.size(), clause, place[0], place[1]));
        }
        return clauses;
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Finds pieces of a text in another copy of it that differs in blanks, line breaks and signs. */
    static final class PlaceInText {

        private static final int ANCHOR = 30;

        private final String bare;
        private final int[] offsets;
        private int reached;

        PlaceInText(String text) {
            var letters = new StringBuilder();
            offsets = new int[text.length() + 1];
            for (int i = 0; i < text.length(); i++) {
                if (Character.isLetterOrDigit(text.charAt(i))) {
                    offsets[letters.length()] = i;
                    letters.append(Character.toLowerCase(text.charAt(i)));
                }
            }
            bare = letters.toString();
        }

        /** Start and end; an empty place where the piece is nowhere. Pieces are asked for in their order. */
        int[] of(String piece) {
            String wanted = bare(piece);
            for (int skip = 0; skip + 5 < wanted.length() || skip == 0; skip += ANCHOR) {
                String anchor = wanted.substring(skip, Math.min(wanted.length(), skip + ANCHOR));
                int found = anchor.isEmpty() ? -1 : bare.indexOf(anchor, reached);
                if (found < 0 && !anchor.isEmpty()) {
                    found = bare.indexOf(anchor);
                }
                if (found >= 0) {
                    return place(Math.max(0, found - skip), wanted.length());
                }
            }
            return new int[] {0, 0};
        }

        private int[] place(int from, int length) {
            int to = Math.min(bare.length(), from + length);
            reached = Math.max(0, to - ANCHOR);
            return new int[] {offsets[from], offsets[to - 1] + 1};
        }

        private static String bare(String text) {
            return text.chars()
                    .filter(Character::isLetterOrDigit)
                    .map(Character::toLowerCase)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }
}
