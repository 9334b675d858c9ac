package org.contractethics.concern.internal.meeting;

import java.util.List;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.WritingOfFilers;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.meeting.Meetings.Done;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings of a filer whom nobody knows: asked for by their return code; how they meet without being known, they agree on. */
@Service
public class MeetingsWithCode {

    private final HandledConcerns concerns;
    private final WritingOfFilers writing;
    private final Meetings meetings;
    private final Vault vault;

    MeetingsWithCode(HandledConcerns concerns, WritingOfFilers writing, Meetings meetings, Vault vault) {
        this.concerns = concerns;
        this.writing = writing;
        this.meetings = meetings;
        this.vault = vault;
    }

    /** @param mayAsk whether the filer may ask for one now */
    public record State(boolean mayAsk, List<Done> done) {}

    @Transactional(readOnly = true)
    public State of(FilerSession session) {
        Concern concern = concerns.get(session.concern());
        if (concerns.isWithdrawn(concern.id())) {
            return new State(false, List.of());
        }
        var opening = vault.opening(concern.id(), Part.HANDLING, Opener.filer(session.key()));
        return new State(meetings.isPossible(concern, MeetingAct.ASKED), meetings.of(concern.id(), opening::text));
    }

    /** @param words refused where the return code stands in them: those who handle the concern would read it */
    @Transactional
    public void ask(FilerSession session, String words) {
        Concern concern = writing.locked(session);
        if (session.hasCodeIn(words)) {
            throw Refused.invalid(
                    "Your return code stands in this text. Whoever knows it can read your concern: take it out.");
        }
        meetings.ask(concern, words);
    }
}
