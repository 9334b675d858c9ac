package org.contractethics.concern.web.speak;

import java.util.List;
import java.util.Locale;
import org.contractethics.concern.internal.meeting.MeetingsWithCode.State;

/** Meetings as the page of an anonymous filer shows them, without names of officers. */
public record MeetingView(boolean mayAsk, List<Line> lines) {

    /** @param act name of what was done */
    public record Line(String act, String said, String on) {}

    static MeetingView of(State state, Locale language) {
        return new MeetingView(
                state.mayAsk(),
                state.done().stream()
                        .map(done -> new Line(done.act().name(), done.said(), DayInWords.of(done.on(), language)))
                        .toList());
    }
}
