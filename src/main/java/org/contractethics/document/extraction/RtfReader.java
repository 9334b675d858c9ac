package org.contractethics.document.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** RTF: the readers for it that exist lose notes and headers, or show what was deleted. */
final class RtfReader implements FormatReader {

    private static final long LARGEST = 50L * 1024 * 1024;

    @Override
    public void read(Path file, Draft draft) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new LimitHitException("size of an RTF text");
        }
        read(Files.readAllBytes(file), draft, "body");
    }

    /** @param body the part that takes what is no part of its own */
    void read(byte[] bytes, Draft draft, String body) throws IOException {
        RtfTokens tokens = new RtfTokens(bytes);
        RtfText text = new RtfText(draft, body);
        RtfPictures pictures = new RtfPictures();
        int count = 0;
        for (RtfTokens.Kind kind = tokens.next(); kind != RtfTokens.Kind.END; kind = tokens.next()) {
            if (++count % 4096 == 0) {
                draft.budget().checkTime();
            }
            switch (kind) {
                case OPEN -> text.open();
                case CLOSE -> text.close();
                case WORD -> {
                    pictures.word(tokens.word(), tokens);
                    text.word(tokens);
                }
                default -> text.aByte(tokens.value());
            }
        }
        if (!text.end()) {
            draft.gap("The file ends in the middle of its text; what should follow is missing.");
        }
        pictures.note(draft);
    }
}
