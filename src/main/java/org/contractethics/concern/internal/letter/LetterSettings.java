package org.contractethics.concern.internal.letter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How many signatories each consequence takes until the board committee sets other thresholds. */
@ConfigurationProperties("contract-ethics.letters")
record LetterSettings(
        @DefaultValue("25") int hearing,
        @DefaultValue("100") int hold,
        @DefaultValue("100") int reopening,
        @DefaultValue("100") int board) {

    LetterSettings {
        demand("hearing", hearing);
        demand("hold", hold);
        demand("reopening", reopening);
        demand("board", board);
    }

    int of(Consequence consequence) {
        return switch (consequence) {
            case HEARING -> hearing;
            case HOLD -> hold;
            case REOPENING -> reopening;
            case BOARD -> board;
        };
    }

    private static void demand(String setting, int signatures) {
        if (signatures < Threshold.FEWEST) {
            throw new IllegalArgumentException(
                    "contract-ethics.letters." + setting + " must be at least " + Threshold.FEWEST);
        }
    }
}
