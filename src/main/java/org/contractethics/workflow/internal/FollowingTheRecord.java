package org.contractethics.workflow.internal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what the work list copied of contracts true. */
@Component
class FollowingTheRecord {

    private final InboxItems items;
    private final ContractRegister register;

    FollowingTheRecord(InboxItems items, ContractRegister register) {
        this.items = items;
        this.register = register;
    }

    @EventListener
    void follows(RecordedEvent event) {
        switch (event.kind()) {
            case "contract-changed" ->
                refresh(Stream.ofNullable(event.contract()).toList());
            case "contracts-imported" -> refresh(items.contractsOf(references(event)));
            default -> {
                // Most facts change no line of the work list.
            }
        }
    }

    private void refresh(List<ContractId> contracts) {
        register.findAll(contracts).values().stream().map(ContractLine::of).forEach(items::contractChanged);
        HeldItems.contractsChanged();
    }

    private static List<String> references(RecordedEvent event) {
        return event.facts().get("references") instanceof List<?> references
                ? references.stream().map(Objects::toString).toList()
                : List.of();
    }
}
