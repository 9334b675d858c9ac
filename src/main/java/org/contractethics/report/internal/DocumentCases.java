package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.HashMap;
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

    private final Map<String, DocumentCase> documents = new HashMap<>();
    private final Map<String, Known> versions = new HashMap<>();
    private final Blocks<DocumentCase> blocks;

    DocumentCases(int blockSize) {
        blocks = new Blocks<>(blockSize);
    }

    /** One version; its states are {@link #PENDING}, {@link #READ} or the reason why it could not be read. */
    record Version(Mark added, Changes states) {}

    /** A document of a contract; the newest version stands for it. */
    record DocumentCase(ContractCase contract, List<Version> versions) {}

    private record Known(DocumentCase document, Version version) {}

    void apply(RecordEntry entry, ContractCase contract) {
        String version = entry.text("versionId").orElse("");
        switch (entry.kind()) {
            case "document-read" -> became(version, READ, entry);
            case "document-unreadable" -> became(version, reason(entry), entry);
            default -> {
                Version added = new Version(Mark.of(entry), new Changes());
                added.states().add(PENDING, added.added());
                DocumentCase document =
                        documents.computeIfAbsent(entry.text("documentId").orElse(version), unknown -> known(contract));
                document.versions().add(added);
                document.contract().changed();
                versions.put(version, new Known(document, added));
            }
        }
    }

    private DocumentCase known(ContractCase contract) {
        DocumentCase document = new DocumentCase(contract, new ArrayList<>(1));
        contract.standsIn(blocks.add(document));
        return document;
    }

    private void became(String version, String state, RecordEntry entry) {
        Known known = versions.get(version);
        if (known != null) {
            known.version().states().add(state, Mark.of(entry));
            known.document().contract().changed();
        }
    }

    private static String reason(RecordEntry entry) {
        return entry.text("reason")
                .filter(reason -> !reason.startsWith(RecordEntry.ERASED))
                .orElse("not told");
    }

    Blocks<DocumentCase> blocks() {
        return blocks;
    }
}
