package org.contractethics.record.proof;

import java.util.ArrayList;
import java.util.List;

/** Takes a text apart line by line; every line ends with a line feed. */
final class Lines {

    /** C2SP tlog-witness and tlog-proof: a tree of 2^64 entries needs no more. */
    private static final int MOST_HASHES = 63;

    private final String text;
    private int at;

    Lines(String text) {
        this.text = text;
    }

    boolean end() {
        return at == text.length();
    }

    String next() throws NotProvenException {
        int end = text.indexOf('\n', at);
        if (end < 0) {
            throw new NotProvenException(end() ? "the text ends early" : "the last line has no line feed");
        }
        String line = text.substring(at, end);
        at = end + 1;
        return line;
    }

    /** What follows the given word and one space. */
    String after(String word) throws NotProvenException {
        String line = next();
        if (!line.startsWith(word + " ")) {
            throw new NotProvenException("no line \"" + word + " ...\" but: " + Strict.shortened(line));
        }
        return line.substring(word.length() + 1);
    }

    boolean nextStartsWith(String beginning) {
        return text.startsWith(beginning, at);
    }

    /** One hash on each line up to an empty line, which is taken too. */
    List<byte[]> hashes() throws NotProvenException {
        List<byte[]> hashes = new ArrayList<>();
        String line = next();
        while (!line.isEmpty()) {
            if (hashes.size() == MOST_HASHES) {
                throw new NotProvenException("more than " + MOST_HASHES + " hashes");
            }
            hashes.add(Strict.hash(line));
            line = next();
        }
        return hashes;
    }

    String rest() {
        return text.substring(at);
    }
}
