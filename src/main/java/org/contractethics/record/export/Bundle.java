package org.contractethics.record.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.contractethics.record.RecordEntry;

/** Up to 256 entries one after the other, each behind its length in two bytes; one that is withheld has length zero. */
final class Bundle {

    static final int ENTRIES = 256;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Predicate<RecordEntry> readable;
    private final StringBuilder withheld;
    private final List<Long> numbers = new ArrayList<>();

    Bundle(Predicate<RecordEntry> readable, StringBuilder withheld) {
        this.readable = readable;
        this.withheld = withheld;
    }

    void add(RecordEntry entry) {
        boolean shown = readable.test(entry);
        byte[] body = shown ? entry.body().getBytes(StandardCharsets.UTF_8) : new byte[0];
        bytes.write(body.length >> 8);
        bytes.write(body.length);
        bytes.writeBytes(body);
        if (shown) {
            numbers.add(entry.index());
        } else {
            byte[] hash = HexFormat.of().parseHex(entry.leafHash());
            withheld.append(entry.index())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(hash))
                    .append('\n');
        }
    }

    /** Numbers of the entries that are not withheld. */
    List<Long> shown() {
        return numbers;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
