package org.contractethics.shared;

import java.util.Map;
import java.util.Optional;

/**
 * One panel of the case page of a contract. The page belongs to the register; every module above it contributes what it
 * knows by a bean of this type, so that no module has to look up into another.
 */
public interface CasePanel {

    /** What this module shows of the contract to this viewer; empty where there is nothing they may see. */
    Optional<View> panel(ContractId contract, Actor viewer);

    /**
     * @param order ascending from the top of its column: 100 position, 200 work to do, 300 decision, 400 documents, 500
     *     concerns, 900 timeline
     * @param column where the panel stands
     * @param template Thymeleaf template that has a fragment {@code panel(model)}
     * @param model what the fragment reads
     */
    record View(int order, Column column, String template, Map<String, Object> model) {}

    /** The place of a panel on wide screens; on narrow ones all follow each other. */
    enum Column {
        FULL,
        MAIN,
        SIDE
    }
}
