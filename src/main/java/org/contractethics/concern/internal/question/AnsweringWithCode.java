package org.contractethics.concern.internal.question;

import java.util.List;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.WritingOfFilers;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.question.ReadingQuestions.Asked;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions to a filer whom nobody knows: read and answered by their return code. */
@Service
public class AnsweringWithCode {

    private final HandledConcerns concerns;
    private final WritingOfFilers writing;
    private final ReadingQuestions reading;
    private final AnsweringReviewers answering;
    private final Vault vault;

    AnsweringWithCode(
            HandledConcerns concerns,
            WritingOfFilers writing,
            ReadingQuestions reading,
            AnsweringReviewers answering,
            Vault vault) {
        this.concerns = concerns;
        this.writing = writing;
        this.reading = reading;
        this.answering = answering;
        this.vault = vault;
    }

    /** What was passed on to the filer, with their answers. */
    @Transactional(readOnly = true)
    public List<Asked> of(FilerSession session) {
        Concern concern = concerns.get(session.concern());
        return concerns.isWithdrawn(concern.id())
                ? List.of()
                : reading.forFiler(
                        concern.id(), vault.opening(concern.id(), Part.HANDLING, Opener.filer(session.key())));
    }

    /** @param typed refused where the return code stands in it: those who handle the concern would read it */
    @Transactional
    public void answer(FilerSession session, int number, String typed, boolean mayShow) {
        Concern concern = writing.locked(session);
        if (session.hasCodeIn(typed)) {
            throw Refused.invalid(
                    "Your return code stands in this text. Whoever knows it can read your concern: take it out.");
        }
        answering.answer(concern, number, typed, mayShow);
    }
}
