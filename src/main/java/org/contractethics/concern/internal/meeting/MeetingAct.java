package org.contractethics.concern.internal.meeting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody did about a meeting. */
public enum MeetingAct {
    ASKED("The filer asked for a meeting"),
    OFFERED("A meeting was offered"),
    HELD("The meeting was held"),
    DECLINED("The meeting was declined");

    private final String label;

    MeetingAct(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }

    /** The kind of its entry in the record. */
    String kind() {
        return "concern-meeting-" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can follow this one; null where there was none before. */
    boolean mayFollow(@Nullable MeetingAct last) {
        return switch (this) {
            case ASKED -> last != ASKED && last != OFFERED;
            case OFFERED -> last != OFFERED;
            case HELD, DECLINED -> last == OFFERED;
        };
    }
}
