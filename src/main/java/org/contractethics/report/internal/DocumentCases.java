package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.record.RecordEntry;

/** The documents that the record tells of, each with its versions and whether these could be read as text. */
final class DocumentCases {

    static final Set<String> KINDS =
            Set.of("document-added", "document-found-inside", "document-read", "document-unreadable");

    static final String PENDING = "pending";
    static final String READ = "read";

    private final Map<String, DocumentCase> documents = new LinkedHashMap<>();
    private final Map<String, Version> versions = new HashMap<>();

    /** One version; its states are {@link #PENDING}, {@link #READ} or the reason why it could not be read. */
    record Version(Mark added, Changes states) {}

    /** A document of a contract; the newest version stands for it. */
    record DocumentCase(ContractCase contract, List<Version> versions) {}

    void apply(RecordEntry entry, ContractCase contract) {
        String version = entry.text("versionId").orElse("");
        switch (entry.kind()) {
            case "document-read" -> became(version, READ, entry);
            case "document-unreadable" -> became(version, reason(entry), entry);
            default -> {
                Version added = new Version(Mark.of(entry), new Changes());
                added.states().add(PENDING, added.added());
                versions.put(version, added);
                documents
                        .computeIfAbsent(
                                entry.text("documentId").orElse(version),
                                any -> new DocumentCase(contract, new ArrayList<>(1)))
                        .versions()
                        .add(added);
            }
        }
    }

    private void became(String version, String state, RecordEntry entry) {
        Version known = versions.get(version);
        if (known != null) {
            known.states().add(state, Mark.of(entry));
        }
    }

    private static String reason(RecordEntry entry) {
        return entry.text("reason")
                .filter(reason -> !reason.startsWith(RecordEntry.ERASED))
                .orElse("not told");
    }

    Collection<DocumentCase> all() {
        return documents.values();
    }
}
