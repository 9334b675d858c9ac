package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.FileTexts.Passage;
import org.contractethics.review.IncidentTexts.EvidenceText;
import org.contractethics.review.IncidentTexts.IncidentText;
import org.contractethics.shared.Times;

/** What the index should hold of an incident: its account with its source, and the passages of each of its files. */
final class IncidentPassages {

    private static final String BODY = "body";

    private IncidentPassages() {}

    /** All that stands in one place; {@code source} is its id in the index. */
    record Source(String source, List<ClauseDocument> passages) {

        Source {
            passages = List.copyOf(passages);
        }
    }

    static List<Source> of(IncidentText incident, ContractFacts facts) {
        List<Source> sources = new ArrayList<>();
        sources.add(account(incident, facts));
        incident.files().forEach(file -> sources.add(file(incident, file, facts)));
        return sources;
    }

    private static Source account(IncidentText incident, ContractFacts facts) {
        String id = incident.id().toString();
        var told = new IndexedIncident(id, incident.kind(), incident.happenedOn(), null);
        var words = new Passage(BODY, "", "", incident.account() + "\nSource: " + incident.source(), null);
        String title = incident.kind() + " of " + Times.words(incident.happenedOn());
        return new Source(id, List.of(passage(facts, told, id, title, DocumentType.OTHER, 0, words)));
    }

    private static Source file(IncidentText incident, EvidenceText file, ContractFacts facts) {
        String id = incident.id() + "-" + file.number();
        var told = new IndexedIncident(incident.id().toString(), incident.kind(), incident.happenedOn(), file.number());
        DocumentType type = DocumentType.named(file.fileName());
        List<ClauseDocument> passages = new ArrayList<>();
        for (Passage passage : file.passages()) {
            passages.add(passage(facts, told, id, file.fileName(), type, passages.size(), passage));
        }
        return new Source(id, passages);
    }

    private static ClauseDocument passage(
            ContractFacts facts,
            IndexedIncident incident,
            String source,
            String title,
            DocumentType type,
            int ordinal,
            Passage passage) {
        return new ClauseDocument(
                facts.contractId(),
                facts.reference(),
                facts.contractTitle(),
                facts.agency(),
                facts.countries(),
                facts.capabilities(),
                facts.tier(),
                facts.outcome(),
                facts.state(),
                facts.year(),
                facts.secret(),
                facts.readers().roles(),
                facts.readers().users(),
                facts.fingerprint(),
                incident.id(),
                title,
                type.name(),
                source,
                1,
                true,
                ordinal,
                passage.part(),
                passage.number(),
                Highlights.withoutMarks(passage.heading()),
                Highlights.withoutMarks(passage.text()),
                passage.page(),
                List.of(),
                incident);
    }
}
