package org.contractethics.document.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;

/** TXT: paragraphs between blank lines. */
final class PlainTextReader implements FormatReader {

    @Override
    public void read(Path file, Draft draft) throws IOException {
        // a byte that fits nowhere becomes a sign for it, not the end of the reading
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), TextCharset.of(file)))) {
            PlainParagraphs.add(lines, draft.prose("body"), draft.budget());
        }
    }
}
