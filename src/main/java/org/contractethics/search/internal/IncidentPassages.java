package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.FileTexts.Passage;
import org.contractethics.review.IncidentTexts.EvidenceText;
import org.contractethics.review.IncidentTexts.IncidentText;
import org.contractethics.review.IncidentTexts.InsideEvidence;
import org.contractethics.search.internal.ClauseDocument.Origin;
import org.contractethics.search.internal.ClauseDocument.Piece;
import org.contractethics.shared.Times;

/** What the index should hold of an incident: its account with its source, and the passages of each of its files. */
final class IncidentPassages {

    private static final String BODY = "body";

    private IncidentPassages() {}

    /**
     * All that stands in one place.
     *
     * @param number place of the file below the incident, from 1; 0 for the account
     */
    record Source(int number, List<ClauseDocument> passages) {

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
        var words = new Piece(0, BODY, "", "", incident.account() + "\nSource: " + incident.source(), null);
        String title = incident.kind() + " of " + Times.words(incident.happenedOn());
        var origin = new Origin(told.id(), title, DocumentType.OTHER, id, 1, true, told);
        return new Source(0, List.of(ClauseDocument.of(facts, origin, words, List.of())));
    }

    private static Source file(IncidentText incident, EvidenceText file, ContractFacts facts) {
        String id = incident.id() + "-" + file.number();
        var told = new IndexedIncident(incident.id().toString(), incident.kind(), incident.happenedOn(), file.number());
        DocumentType type = DocumentType.named(file.fileName());
        var origin = new Origin(told.id(), file.fileName(), type, id, 1, true, told);
        List<ClauseDocument> passages = new ArrayList<>();
        add(file.passages(), origin, facts, passages);
        for (InsideEvidence inside : file.inside()) {
            String title = String.join(" in ", inside.place()) + " in " + file.fileName();
            DocumentType innerType = DocumentType.named(inside.place().get(0));
            add(inside.passages(), new Origin(told.id(), title, innerType, id, 1, true, told), facts, passages);
        }
        return new Source(file.number(), passages);
    }

    /** Behind those of the file around it, so that each passage of a file that came with an incident has an ordinal of its own. */
    private static void add(List<Passage> read, Origin origin, ContractFacts facts, List<ClauseDocument> passages) {
        for (Passage passage : read) {
            var piece = new Piece(
                    passages.size(),
                    passage.part(),
                    passage.number(),
                    passage.heading(),
                    passage.text(),
                    passage.page());
            passages.add(ClauseDocument.of(facts, origin, piece, List.of()));
        }
    }
}
