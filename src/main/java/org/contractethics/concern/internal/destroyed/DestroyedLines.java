package org.contractethics.concern.internal.destroyed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The form of the list: a first line that names the installation, then numbered lines, each closed by a keyed hash of its own. So a changed
 * line is told from an honest one, a removed one leaves a gap, and damage of one line costs no other.
 */
final class DestroyedLines {

    private static final String FIRST =
            "# What was destroyed of concerns. Keep it outside of the database and its backups. Installation ";
    private static final Pattern HEADER = Pattern.compile(Pattern.quote(FIRST) + "([0-9a-f]{32})");
    private static final Pattern LINE = Pattern.compile(
            "(([1-9][0-9]{0,8}) (\\d{4}-\\d{2}-\\d{2}) ([A-Z][A-Z-]{0,40}) ([0-9a-f]{1,32})) ([0-9a-f]{32})");

    private final UnaryOperator<String> keyed;

    /** @param keyed 32 hexadecimal digits that only this installation makes of a text */
    DestroyedLines(UnaryOperator<String> keyed) {
        this.keyed = keyed;
    }

    /** @param subject mark of a concern, or the number of an earlier line */
    record Entry(int number, LocalDate day, String what, String subject) {}

    /**
     * @param entries whole lines by their numbers
     * @param damaged how many lines cannot be read or were changed
     * @param foreign whether another installation wrote it
     * @param size bytes of the text that was read, so that a file of another size is known to say more
     */
    record Content(Map<Integer, Entry> entries, int damaged, boolean foreign, long size) {

        static final Content NONE = new Content(Map.of(), 0, false, 0);

        int last() {
            return entries.keySet().stream().mapToInt(number -> number).max().orElse(0);
        }

        /** How many numbers below the last one have no line. */
        long missing() {
            return IntStream.rangeClosed(1, last())
                    .filter(number -> !entries.containsKey(number))
                    .count();
        }
    }

    /** @param text one character a byte */
    Content read(String text) {
        Map<Integer, Entry> entries = new TreeMap<>();
        int damaged = 0;
        boolean own = false;
        boolean foreign = false;
        for (String line : text.split("\n", -1)) {
            Matcher header = HEADER.matcher(line);
            Optional<Entry> entry = entry(line);
            if (header.matches()) {
                own |= header.group(1).equals(installation());
                foreign |= !header.group(1).equals(installation());
            } else if (entry.isPresent()) {
                entries.put(entry.get().number(), entry.get());
            } else if (!line.isEmpty()) {
                damaged++;
            }
        }
        return new Content(entries, damaged, foreign || (damaged > 0 && entries.isEmpty() && !own), text.length());
    }

    /** What is to be added to this text so that it ends with one more line. */
    String more(String before, LocalDate day, String what, String subject) {
        String beginning = before.isEmpty() ? FIRST + installation() + "\n" : before.endsWith("\n") ? "" : "\n";
        String line = (read(before).last() + 1) + " " + day + " " + what + " " + subject;
        return beginning + line + " " + closed(line) + "\n";
    }

    private Optional<Entry> entry(String line) {
        Matcher whole = LINE.matcher(line);
        if (!whole.matches() || !isClosed(whole.group(1), whole.group(6))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Entry(
                    Integer.parseInt(whole.group(2)), LocalDate.parse(whole.group(3)), whole.group(4), whole.group(5)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean isClosed(String line, String hash) {
        return MessageDigest.isEqual(
                closed(line).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private String closed(String line) {
        return keyed.apply("line " + line);
    }

    private String installation() {
        return keyed.apply("installation");
    }
}
