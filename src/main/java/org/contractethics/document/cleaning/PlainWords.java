package org.contractethics.document.cleaning;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.contractethics.shared.CleanCopies.Cleaned;
import org.contractethics.shared.CleanCopies.Found;
import org.contractethics.shared.CleanCopies.Outcome;

/** Plain text in UTF-8. What is a language of its own (web pages, pictures made of words) is not rebuilt. */
final class PlainWords {

    private static final Pattern MARKUP =
            Pattern.compile("\\A\\s*(?:<[!?a-zA-Z]|\\{\\\\rtf)", Pattern.CASE_INSENSITIVE);

    /** Signs that turn or hide what is read. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}&&[^\\n\\t\\u200c\\u200d]]");

    private PlainWords() {}

    static Cleaned rebuilt(byte[] original) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(original))
                    .toString();
            boolean plain = text.indexOf('\0') < 0
                    && !text.isBlank()
                    && !MARKUP.matcher(text).find();
            return plain ? of(text, List.of()) : Cleaned.without(Outcome.NOT_REBUILT);
        } catch (CharacterCodingException noText) {
            return Cleaned.without(Outcome.NOT_REBUILT);
        }
    }

    static Cleaned of(String text, List<Found> found) {
        String seen = UNSEEN.matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .strip();
        return new Cleaned(Outcome.COPIED, "txt", (seen + "\n").getBytes(StandardCharsets.UTF_8), found);
    }
}
