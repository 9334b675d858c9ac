package org.contractethics.concern.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.contractethics.access.EntityTags;
import org.contractethics.concern.internal.NamingClauses;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.concern.internal.UnseenByFilers;
import org.contractethics.concern.internal.question.ReadingQuestions;
import org.contractethics.concern.web.ConcernAnswers.ConcernAnswer;
import org.contractethics.concern.web.ConcernAnswers.ConcernState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.NamedClauses.ClauseLink;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reads one concern for the API, and does to it what was decided on what was read. */
@Component
class ConcernReader {

    private final ReadingConcerns reading;
    private final ReadingQuestions questions;
    private final NamingClauses clauses;
    private final ReadingProceedings proceedings;
    private final UnseenByFilers unseen;
    private final EntityTags tags;

    ConcernReader(
            ReadingConcerns reading,
            ReadingQuestions questions,
            NamingClauses clauses,
            ReadingProceedings proceedings,
            UnseenByFilers unseen,
            EntityTags tags) {
        this.proceedings = proceedings;
        this.reading = reading;
        this.questions = questions;
        this.clauses = clauses;
        this.unseen = unseen;
        this.tags = tags;
    }

    ConcernAnswer answer(ConcernId id, Actor viewer) {
        ReadingConcerns.View view = reading.view(id, viewer);
        if (!view.handling()) {
            unseen.seen(id);
        }
        List<ClauseLink> links = view.handling()
                ? clauses.after(view.concern(), view.words(), viewer).links()
                : List.of();
        return ConcernAnswer.of(
                view, questions.onPage(view.concern(), viewer, view.handling()), links, proceedings.of(view, viewer));
    }

    String tag(ConcernAnswer answer) {
        return tags.of(answer);
    }

    /**
     * Does the act where the caller saw the concern as it is now. What comes back says where it stands and not what is in it: whoever
     * reads that is to be recorded as a reader.
     */
    ResponseEntity<ConcernState> changed(ConcernId id, @Nullable String ifMatch, Actor actor, Runnable act) {
        return changed(id, ifMatch, actor, Map.of(), act);
    }

    /** @param fields by the names of the form, as the body of the request calls them */
    ResponseEntity<ConcernState> changed(
            ConcernId id, @Nullable String ifMatch, Actor actor, Map<String, String> fields, Runnable act) {
        done(id, ifMatch, actor, fields, act);
        ConcernAnswer now = answer(id, actor);
        return ResponseEntity.ok().eTag(tag(now)).body(ConcernState.of(now));
    }

    /** The same of an act that gives something, which the caller alone is told. */
    <T> T given(ConcernId id, @Nullable String ifMatch, Actor actor, Supplier<T> act) {
        reading.hold(id, actor);
        tags.demand(ifMatch, answer(id, actor));
        return act.get();
    }

    /** The same of an act after which the caller may not read the concern any more. */
    void done(ConcernId id, @Nullable String ifMatch, Actor actor, Map<String, String> fields, Runnable act) {
        reading.hold(id, actor);
        tags.demand(ifMatch, answer(id, actor));
        try {
            act.run();
        } catch (Refused refused) {
            throw refused.fields().isEmpty() ? refused : Refused.invalid(renamed(refused.fields(), fields));
        }
    }

    private static List<FormProblem> renamed(List<FormProblem> problems, Map<String, String> fields) {
        return problems.stream()
                .map(problem ->
                        new FormProblem(fields.getOrDefault(problem.field(), problem.field()), problem.message()))
                .toList();
    }
}
