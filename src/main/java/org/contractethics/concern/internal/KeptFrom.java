package org.contractethics.concern.internal;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.concern.internal.HandsInMatters.Hands;
import org.contractethics.concern.internal.Reporters.FiledBy;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ContractParticipants.Participants;

/**
 * From whom some concerns are kept, as it was when read.
 *
 * @param read the concerns it was read for
 * @param filers who filed each
 * @param named from whom each is kept by name: excluded by its filer, or stepped back
 * @param about every contract each is about
 * @param participants who had a hand in each contract complained about
 * @param hands who had a hand in the policy or the process it is about
 * @param appealed against the answer to which of them its filer appealed
 */
record KeptFrom(
        Set<ConcernId> read,
        FiledBy filers,
        Map<ConcernId, Set<String>> named,
        Map<ConcernId, Set<ContractId>> about,
        Map<ContractId, Participants> participants,
        Set<ConcernId> appealed,
        Hands hands) {

    /** Whether its filer appealed against the answer. */
    boolean isAppealed(Concern concern) {
        return appealed.contains(concern.id());
    }

    /** Whether this person must not learn that the concern exists: in no list, count, task, notice or entry. */
    boolean isWithheld(Concern concern, String username) {
        return named.getOrDefault(concern.id(), Set.of()).contains(username)
                || of(concern).anyMatch(people -> people.paid().contains(username));
    }

    /**
     * Whether this person must not handle it: nobody handles what they filed, what is about a contract they judged or about a policy or
     * process of theirs, nor what is not among those read.
     */
    boolean isBarred(Concern concern, String username) {
        return !read.contains(concern.id())
                || isWithheld(concern, username)
                || of(concern).anyMatch(people -> people.judged().contains(username))
                || hands.had(concern, username)
                || filers.isOf(concern.id(), username);
    }

    private Stream<Participants> of(Concern concern) {
        return about.getOrDefault(concern.id(), Set.of()).stream()
                .map(contract -> participants.getOrDefault(contract, Participants.NOBODY));
    }
}
