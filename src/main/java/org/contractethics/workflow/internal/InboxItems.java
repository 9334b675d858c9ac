package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** The work list: one row for each user task, kept in the engine's own transaction. */
interface InboxItems {

    void opened(InboxItem item);

    /** Somebody holds the task now, or nobody any more. */
    void assigned(String taskId, @Nullable String assignee, Instant at);

    /** The task is done; it stays in the list of whoever did it. */
    void completed(String taskId, @Nullable String by, Instant at);

    /** The task went without being done: its process ended another way. */
    void removed(String taskId);

    /** Removes every item of this subject, done or not. */
    void forget(UUID subject);

    /** Names the contract on every task of the subject. */
    void about(UUID subject, ContractLine contract);

    /** The contract that earlier tasks of the subject were about. */
    Optional<ContractId> contractOf(UUID subject);

    /** Takes over changed facts of a contract into its open tasks. */
    void contractChanged(ContractLine contract);

    /** Contracts with open tasks among those with the given references. */
    List<ContractId> contractsOf(List<String> references);

    void tierConfirmed(UUID subject, String tier);

    /** From now on no task of the subject is offered to this person (H1, H2). */
    void exclude(UUID subject, String username);

    Optional<InboxItem> find(String taskId);

    /** The task, held until the end of the transaction, so that two who act on it at once wait for each other. */
    Optional<InboxItem> lock(String taskId);

    /** The open task of this key, held like {@link #lock}; empty where somebody else finished it meanwhile. */
    Optional<InboxItem> lockOpen(UUID subject, String taskKey);

    /** Every task of the subject, done or open, oldest first. */
    List<InboxItem> ofSubject(UUID subject);

    /** Open tasks of the reviews of a contract and of what follows them, oldest first. */
    List<InboxItem> openReviewsOf(ContractId contract);

    /** Open tasks of reviews and of what follows them that somebody holds, oldest first. */
    List<InboxItem> heldInReviews();

    /** Concerns with an open task, or with one that this person did. */
    List<UUID> concernsFor(String username);

    /** The part of the list that the viewer may see and asked for. */
    InboxPage page(InboxQuery query, InboxReach reach);

    /** Agencies of the tasks on the first pages of this part, by name: a choice, not a complete list. */
    List<String> agencies(InboxQuery query, InboxReach reach);
}
