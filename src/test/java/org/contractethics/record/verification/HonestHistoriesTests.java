package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.signing.EntryMac;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

/** R8: no false alarm over histories as honest applications write them. */
class HonestHistoriesTests {

    /** The whole campaign: -Drecord.histories=10000. */
    private static final int HISTORIES = Integer.getInteger("record.histories", 2_000);

    private static final int LONGEST = 12;
    private static final EntryMac MACS =
            new EntryMac("mac key of a record in the tests".getBytes(StandardCharsets.US_ASCII));

    private final Random random = new Random(8);

    @Test
    void honest_histories_are_intact() {
        for (int i = 0; i < HISTORIES; i++) {
            List<StoredEntry> history = history();
            CompactRange tree = new CompactRange();
            history.forEach(entry -> tree.add(entry.leaf()));
            StoredHead head = new StoredHead(tree.size(), tree.frontier(), tree.root());
            Seals seals = new Seals(SealsTests.keys(), 0, List.of());

            assertThat(new Verifier(seals, new SealedValues(Collections.emptyIterator()))
                            .verify(head, history.iterator())
                            .finding())
                    .as("history %d", i)
                    .isEmpty();
        }
    }

    /** Times stand still, go on by anything up to a year, or back by up to the second that clocks may differ. */
    private List<StoredEntry> history() {
        List<StoredEntry> entries = new ArrayList<>();
        Instant latest = RecordFixtures.NOW;
        for (int n = random.nextInt(LONGEST); n > 0; n--) {
            Instant now = latest.plusMillis(
                    random.nextInt(3) == 0 ? -random.nextInt(1_000) : random.nextLong(31_536_000_000L));
            StoredEntry entry = entry(entries.size(), now);
            latest = entry.actor().equals("-") ? latest : now;
            entries.add(entry);
        }
        return entries;
    }

    private StoredEntry entry(long n, Instant now) {
        ContractId contract = random.nextBoolean() ? null : new ContractId(new UUID(random.nextLong(), n));
        boolean unnamed = random.nextInt(5) == 0;
        Happened event = new Happened(
                List.of("decision-recorded", "vote-cast", "thing", "concern-filed")
                        .get(random.nextInt(4)),
                contract,
                unnamed ? "-" : "person." + random.nextInt(9),
                now,
                facts());
        byte[] body = RecordFixtures.earlierBodyOf(event, n, now);
        byte[] leaf = new CompactRange().leafHash(body);
        Instant told = unnamed ? now.truncatedTo(ChronoUnit.DAYS) : now;
        return new StoredEntry(
                n,
                event.kind(),
                contract == null ? null : contract.value(),
                event.actor(),
                told,
                told,
                body,
                leaf,
                MACS.of(n, leaf));
    }

    private Map<String, Object> facts() {
        return Map.of(
                "decisionId",
                new UUID(random.nextLong(), random.nextLong()).toString(),
                "number",
                random.nextLong() >> 11,
                "text",
                "\u00e9\u20ac\uD83D\uDE00\u0001\"\\/ " + random.nextInt(),
                "list",
                List.of(true, false, Map.of("", random.nextInt())));
    }
}
