package org.contractethics.concern.internal.letter;

import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;

/** Letters and people that tests make for themselves. */
public final class OpenLetters {

    public static final Actor ERIN = new Actor("erin.walsh", "Erin Walsh", Set.of(Role.EMPLOYEE));
    public static final Actor NOAH = new Actor("noah.kim", "Noah Kim", Set.of(Role.EMPLOYEE));
    public static final Actor OLGA = new Actor("olga.petrova", "Olga Petrova", Set.of(Role.OMBUDS, Role.EMPLOYEE));
    public static final Actor GEORGE =
            new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE, Role.EMPLOYEE));

    private OpenLetters() {}

    public static Actor employee(int number) {
        return new Actor("employee.%03d".formatted(number), "Employee " + number, Set.of(Role.EMPLOYEE));
    }

    /** @param revealAt empty but for letters with names from a number on */
    public static OpenLetter aLetter(SigningMode mode, String revealAt, ContractId... contracts) {
        return new OpenLetter(
                new ConcernId(UUID.randomUUID()),
                Set.of(contracts),
                "HARM",
                "End the contract",
                new Wording("We do not build this.", "End the contract.\nPublish a policy."),
                mode.name(),
                revealAt);
    }
}
