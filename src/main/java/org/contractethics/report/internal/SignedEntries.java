package org.contractethics.report.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.report.internal.SignedReport.Edition;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the record tells of signed reports: which files, by their hashes. Tables can be changed by SQL, entries cannot without being seen. */
@Component
public class SignedEntries {

    static final String KIND = "report-signed";

    private static final Logger LOG = LoggerFactory.getLogger(SignedEntries.class);

    private final RecordReader record;

    SignedEntries(RecordReader record) {
        this.record = record;
    }

    /** Number of the entry that tells of the signature of each report. */
    public Map<UUID, Long> numbers() {
        Map<UUID, Long> numbers = new HashMap<>();
        all().forEach(entry -> id(entry).ifPresent(id -> numbers.putIfAbsent(id, entry.index())));
        return numbers;
    }

    /** Whether these are the bytes that were signed. Where they are not, the record is verified, which tells people of it. */
    boolean tells(UUID report, Edition edition, String ending, byte[] bytes) {
        String hash = Sha256.hex(bytes);
        boolean told = all().stream()
                .filter(entry -> id(entry).filter(report::equals).isPresent())
                .limit(1)
                .flatMap(entry -> files(entry).stream())
                .anyMatch(file -> edition.name().equals(file.get("edition"))
                        && ending.equals(file.get("ending"))
                        && hash.equals(file.get("sha256")));
        if (!told) {
            LOG.error("a signed report is not the one that was signed report={}", report);
            record.verify(Actor.SYSTEM.username());
        }
        return told;
    }

    private List<RecordEntry> all() {
        return record.oldest(EntryFilter.ofKind(KIND), -1, Integer.MAX_VALUE);
    }

    private static Optional<UUID> id(RecordEntry entry) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(entry.facts().get("reportId"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Map<?, ?>> files(RecordEntry entry) {
        return entry.facts().get("files") instanceof List<?> files
                ? files.stream()
                        .<Map<?, ?>>mapMulti((file, kept) -> {
                            if (file instanceof Map<?, ?> facts) {
                                kept.accept(facts);
                            }
                        })
                        .toList()
                : List.of();
    }
}
