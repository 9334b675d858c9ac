package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.contractethics.shared.ContractId;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.jspecify.annotations.Nullable;

/** The work list without a database. */
final class ItemsInMemory implements InboxItems, StoppedClocks {

    final Set<String> excluded = new HashSet<>();
    private final Map<String, InboxItem> rows = new LinkedHashMap<>();

    @Override
    public void opened(InboxItem item) {
        rows.put(item.taskId(), item);
    }

    @Override
    public void assigned(String taskId, @Nullable String assignee, Instant at) {
        change(taskId, item -> copy(item, item.contract(), item.tier(), assignee, null, null));
    }

    @Override
    public void completed(String taskId, @Nullable String by, Instant at) {
        change(taskId, item -> copy(item, item.contract(), item.tier(), item.assignee(), at, by));
    }

    @Override
    public void removed(String taskId) {
        rows.remove(taskId);
    }

    @Override
    public void forget(UUID subject) {
        rows.values().removeIf(item -> item.subject().equals(subject));
    }

    @Override
    public void about(UUID subject, ContractLine contract) {
        ofSubject(subject)
                .forEach(item -> change(
                        item.taskId(),
                        old -> copy(old, contract, old.tier(), old.assignee(), old.completedAt(), old.completedBy())));
    }

    @Override
    public Optional<ContractId> contractOf(UUID subject) {
        return ofSubject(subject).stream()
                .flatMap(item -> Optional.ofNullable(item.contract()).stream())
                .map(ContractLine::id)
                .findFirst();
    }

    @Override
    public void contractChanged(ContractLine contract) {
        List.copyOf(rows.values()).stream()
                .filter(item -> item.contract() != null && item.contract().id().equals(contract.id()))
                .forEach(item -> about(item.subject(), contract));
    }

    @Override
    public List<ContractId> contractsOf(List<String> references) {
        return rows.values().stream()
                .flatMap(item -> Optional.ofNullable(item.contract()).stream())
                .filter(contract -> references.contains(contract.reference()))
                .map(ContractLine::id)
                .distinct()
                .toList();
    }

    @Override
    public void stopped(String taskId, Instant at) {
        change(taskId, item -> clock(item, item.dueAt(), at, item.stoppedDays()));
    }

    @Override
    public void running(String taskId, @Nullable Instant dueAt, int stoppedDays) {
        change(taskId, item -> clock(item, dueAt, null, item.stoppedDays() + stoppedDays));
    }

    private static InboxItem clock(
            InboxItem item, @Nullable Instant dueAt, @Nullable Instant stoppedAt, int stoppedDays) {
        return new InboxItem(
                item.taskId(),
                item.kind(),
                item.subject(),
                item.taskKey(),
                item.label(),
                item.roles(),
                item.shared(),
                item.contract(),
                item.tier(),
                item.createdAt(),
                dueAt,
                item.assignee(),
                item.completedAt(),
                item.completedBy(),
                stoppedAt,
                stoppedDays);
    }

    @Override
    public void tierConfirmed(UUID subject, String tier) {
        ofSubject(subject)
                .forEach(item -> change(
                        item.taskId(),
                        old -> copy(old, old.contract(), tier, old.assignee(), old.completedAt(), old.completedBy())));
    }

    @Override
    public void exclude(UUID subject, String username) {
        excluded.add(subject + " " + username);
    }

    @Override
    public Optional<InboxItem> find(String taskId) {
        return Optional.ofNullable(rows.get(taskId));
    }

    @Override
    public Optional<InboxItem> lock(String taskId) {
        return Optional.ofNullable(rows.get(taskId));
    }

    @Override
    public Optional<InboxItem> lockOpen(UUID subject, String taskKey) {
        return ofSubject(subject).stream()
                .filter(item -> !item.done() && item.taskKey().equals(taskKey))
                .findFirst();
    }

    @Override
    public List<InboxItem> ofSubject(UUID subject) {
        return rows.values().stream()
                .filter(item -> item.subject().equals(subject))
                .toList();
    }

    @Override
    public List<InboxItem> heldInReviews() {
        return rows.values().stream()
                .filter(item -> item.assignee() != null && !item.done() && item.kind() != Subject.CONCERN)
                .toList();
    }

    @Override
    public List<InboxItem> openReviewsOf(ContractId contract) {
        return rows.values().stream()
                .filter(item -> item.kind() != Subject.CONCERN && !item.done())
                .filter(item -> item.contract() != null && item.contract().id().equals(contract))
                .toList();
    }

    @Override
    public List<UUID> concernsFor(String username) {
        return rows.values().stream()
                .filter(item -> item.kind() == Subject.CONCERN)
                .filter(item -> !item.done() || username.equals(item.completedBy()))
                .map(InboxItem::subject)
                .distinct()
                .toList();
    }

    @Override
    public InboxPage page(InboxQuery query, InboxReach reach) {
        List<InboxItem> open = rows.values().stream()
                .filter(item -> !item.done())
                .filter(item ->
                        item.kind() != Subject.CONCERN || reach.concerns().contains(item.subject()))
                .toList();
        return new InboxPage(open, open.size(), 1);
    }

    @Override
    public List<String> agencies(InboxQuery query, InboxReach reach) {
        return List.of();
    }

    private void change(String taskId, UnaryOperator<InboxItem> change) {
        rows.computeIfPresent(taskId, (id, item) -> change.apply(item));
    }

    private static InboxItem copy(
            InboxItem item,
            @Nullable ContractLine contract,
            @Nullable String tier,
            @Nullable String assignee,
            @Nullable Instant completedAt,
            @Nullable String completedBy) {
        return new InboxItem(
                item.taskId(),
                item.kind(),
                item.subject(),
                item.taskKey(),
                item.label(),
                item.roles(),
                item.shared(),
                contract,
                tier,
                item.createdAt(),
                item.dueAt(),
                assignee,
                completedAt,
                completedBy,
                item.stoppedAt(),
                item.stoppedDays());
    }
}
