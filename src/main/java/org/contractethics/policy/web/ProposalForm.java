package org.contractethics.policy.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.policy.internal.Proposal;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * The form in which a change is proposed.
 *
 * @param basedOn number of the version in force when the form was opened
 */
public record ProposalForm(int basedOn, String text, String reason, String effectiveOn) {

    private static final long LARGEST = 1_000_000;

    Proposal toProposal(List<MultipartFile> files) {
        return new Proposal(basedOn, unixLines(text), texts(files), reason, day());
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(effectiveOn.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Map<String, String> texts(List<MultipartFile> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (MultipartFile file : files) {
            String name = file.getOriginalFilename();
            if (name != null && !name.isBlank()) {
                if (file.getSize() > LARGEST) {
                    throw Refused.invalid(name + " is larger than 1 MB.");
                }
                if (texts.put(name, text(name, file)) != null) {
                    throw Refused.invalid(name + " was chosen twice.");
                }
            }
        }
        return texts;
    }

    /** A byte order mark is what some editors put before the text; it is none of it. */
    private static String text(String name, MultipartFile file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Refused.invalid(name + " is not text in UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unixLines(String text) {
        return text.replace("\r\n", "\n");
    }
}
