package org.contractethics.contract;

import java.util.List;
import java.util.Optional;
import org.contractethics.shared.ContractId;

/**
 * Contracts that a government itself has published, as anybody may know them. What people of the company registered, what is under
 * secrecy terms and what is redacted is not among them.
 */
public interface PublishedAwards {

    record Published(ContractId id, String reference, String title, String agency) {

        /** All three in one line. */
        public String words() {
            return reference + " " + title + ", " + agency;
        }
    }

    /** Those whose records have all of these words, or words that begin so; at most so many, the newest first. */
    List<Published> withWords(String words, int most);

    Optional<Published> find(ContractId id);
}
