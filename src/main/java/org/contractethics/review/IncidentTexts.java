package org.contractethics.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.document.FileTexts.Passage;
import org.contractethics.shared.ContractId;

/**
 * The words of what became known of signed contracts, and of the files that show it. Whoever may read the facts of the contract may read
 * them, and nobody else; the caller asks. They never change and are never taken away.
 */
public interface IncidentTexts {

    /** With as much of its files as was read. */
    Optional<IncidentText> find(UUID incident);

    /** By incident, how many passages of its files and of those inside them were read; none of an incident without any. */
    Map<UUID, Integer> passages();

    /**
     * @param kind in words, for example {@code Press report}
     * @param files those that were read
     */
    record IncidentText(
            UUID id,
            ContractId contract,
            String kind,
            LocalDate happenedOn,
            String source,
            String account,
            List<EvidenceText> files) {

        public IncidentText {
            files = List.copyOf(files);
        }
    }

    /**
     * @param number its place below the incident, from 1
     * @param passages of the file itself; may be none where files inside have some
     * @param inside those files inside it that were read
     */
    record EvidenceText(int number, String fileName, List<Passage> passages, List<InsideEvidence> inside) {

        public EvidenceText {
            passages = List.copyOf(passages);
            inside = List.copyOf(inside);
        }
    }

    /** @param place its name and the names of the files around it, itself first, without the file that came with the incident */
    record InsideEvidence(List<String> place, List<Passage> passages) {

        public InsideEvidence {
            place = List.copyOf(place);
            passages = List.copyOf(passages);
        }
    }

    /** The text of a file was read and kept. An application event, for listeners after the commit (indexing). */
    record EvidenceRead(UUID incident, ContractId contract) {}
}
