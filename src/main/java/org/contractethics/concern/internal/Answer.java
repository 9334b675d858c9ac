package org.contractethics.concern.internal;

import java.time.LocalDate;

/**
 * The reasoned answer to a concern.
 *
 * @param considered which facts were considered
 * @param decision what was decided
 * @param article which policy or treaty article it rests on
 * @param effect what happens to the contract
 * @param appeal how to appeal
 */
public record Answer(
        String officer,
        LocalDate answeredOn,
        String considered,
        String decision,
        String article,
        String effect,
        String appeal) {}
