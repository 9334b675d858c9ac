package org.contractethics.record.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A text with signatures below it (C2SP signed-note). Signatures of unknown keys are ignored; a bad one of a known key refuses the
 * whole note.
 *
 * @param text what is signed, with its last line feed
 * @param signatures those by known keys, in the order of the note
 */
public record SignedNote(String text, List<Verified> signatures) {

    private static final int MOST_SIGNATURES = 100;
    private static final int KEY_ID = 4;

    /**
     * @param time when it was signed, in seconds since 1970; only witnesses say
     */
    public record Verified(VerifierKey key, OptionalLong time) {}

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    public static SignedNote open(byte[] note, Collection<VerifierKey> known) throws NotProvenException {
        return open(Strict.text(note), known);
    }

    public static SignedNote open(String note, Collection<VerifierKey> known) throws NotProvenException {
        Strict.text(note.getBytes(StandardCharsets.UTF_8));
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw new NotProvenException("no signatures below the text");
        }
        String text = note.substring(0, blank + 1);
        List<Line> lines = lines(note.substring(blank + 2));
        List<Verified> verified = new ArrayList<>();
        for (Line line : lines) {
            VerifierKey key = line.key(known);
            if (key != null
                    && verified.stream().noneMatch(earlier -> earlier.key().equals(key))) {
                verified.add(new Verified(key, key.verify(text, line.signature())));
            }
        }
        if (verified.isEmpty()) {
            throw new UnknownSignerException(text);
        }
        return new SignedNote(text, verified);
    }

    private static List<Line> lines(String signatures) throws NotProvenException {
        Lines rest = new Lines(signatures);
        List<Line> lines = new ArrayList<>();
        do {
            lines.add(Line.of(rest.after("\u2014")));
        } while (!rest.end() && lines.size() <= MOST_SIGNATURES);
        if (lines.size() > MOST_SIGNATURES) {
            throw new NotProvenException("more than " + MOST_SIGNATURES + " signatures");
        }
        return lines;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, only read
    private record Line(String name, int keyId, byte[] signature) {

        static Line of(String line) throws NotProvenException {
            int space = line.indexOf(' ');
            String name = line.substring(0, Math.max(space, 0));
            if (name.isEmpty() || name.indexOf('+') >= 0) {
                throw new NotProvenException("no signature line: " + Strict.shortened(line));
            }
            byte[] bytes = Strict.base64(line.substring(space + 1));
            if (bytes.length <= KEY_ID) {
                throw new NotProvenException("a signature of " + name + " that is empty");
            }
            return new Line(name, ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, KEY_ID, bytes.length));
        }

        /** Two known keys under one name and id would leave open which of them signed. */
        @Nullable
        VerifierKey key(Collection<VerifierKey> known) throws NotProvenException {
            List<VerifierKey> meant = known.stream()
                    .filter(key -> key.id() == keyId && key.name().equals(name))
                    .toList();
            if (meant.size() > 1) {
                throw new NotProvenException("two known keys called " + name + " with one id");
            }
            return meant.isEmpty() ? null : meant.get(0);
        }
    }
}
