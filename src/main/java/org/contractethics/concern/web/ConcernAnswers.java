package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.concern.internal.CauseCode;
import org.contractethics.concern.internal.ChoosingContract.Chosen;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.concern.internal.FileConcern;
import org.contractethics.concern.internal.FileOfConcern;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.concern.internal.Recusal;
import org.contractethics.concern.internal.Routing;
import org.contractethics.concern.internal.question.ReadingQuestions.Answered;
import org.contractethics.concern.internal.question.ReadingQuestions.Asked;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.NamedClauses.ClauseLink;
import org.jspecify.annotations.Nullable;

/** What the API says of concerns: to each reader what their page shows, and nothing else. */
final class ConcernAnswers {

    private ConcernAnswers() {}

    /** @param words reference, with title and agency where the reader may know them */
    @Schema(name = "ConcernContract")
    record ConcernContract(UUID id, String words) {

        static @Nullable ConcernContract of(@Nullable Chosen chosen) {
            return chosen == null ? null : new ConcernContract(chosen.id().value(), chosen.words());
        }
    }

    /**
     * Where a concern stands after an act on it.
     *
     * @param answeredOn stays where a concern that was answered is withdrawn
     */
    @Schema(name = "ConcernState")
    record ConcernState(
            UUID id,
            ConcernStanding status,
            @Nullable LocalDate acknowledgedOn,
            @Nullable LocalDate followUpOn,
            @Nullable LocalDate answeredOn,
            @Nullable LocalDate withdrawnOn) {

        static ConcernState of(ConcernAnswer answer) {
            return new ConcernState(
                    answer.id(),
                    answer.status(),
                    answer.acknowledgedOn(),
                    answer.followUpOn(),
                    answer.answeredOn(),
                    answer.withdrawnOn());
        }
    }

    /**
     * A concern as one of those who take part in it reads it.
     *
     * @param handling whether the caller handles it; otherwise they filed it
     * @param withdrawnOn the day on which its filer took it back, with nothing left to read; else null
     * @param forHandlers what only those who handle it read; null for its filer
     */
    @Schema(name = "Concern")
    record ConcernAnswer(
            UUID id,
            boolean handling,
            ConcernMode mode,
            ConcernTopic topic,
            ConcernStanding status,
            @Nullable ConcernContract contract,
            @Nullable String agency,
            @Nullable ConcernMatter matter,
            LocalDate filedOn,
            LocalDate acknowledgeBy,
            LocalDate answerBy,
            @Nullable LocalDate acknowledgedOn,
            @Nullable LocalDate followUpOn,
            @Nullable LocalDate answeredOn,
            @Nullable LocalDate withdrawnOn,
            String text,
            List<String> rights,
            String desiredOutcome,
            String handledBy,
            List<ConcernMessage> messages,
            List<ConcernQuestion> questions,
            List<ConcernFile> files,
            @Nullable ConcernReply answer,
            ConcernProceedings proceedings,
            @Nullable ForHandlers forHandlers) {

        static ConcernAnswer of(
                ReadingConcerns.View view,
                List<Asked> questions,
                List<ClauseLink> clauses,
                ConcernProceedings proceedings) {
            Concern concern = view.concern();
            return new ConcernAnswer(
                    concern.id().value(),
                    view.handling(),
                    concern.mode(),
                    concern.topic(),
                    ConcernStanding.of(concern.status(), view.withdrawnOn() != null),
                    ConcernContract.of(view.contract()),
                    concern.agency(),
                    concern.matter(),
                    concern.filedOn(),
                    concern.acknowledgeBy(),
                    concern.answerBy(),
                    concern.acknowledgedOn(),
                    concern.followUpOn(),
                    concern.answeredOn(),
                    view.withdrawnOn(),
                    view.words().text(),
                    view.words().rights(),
                    view.words().desiredOutcome(),
                    view.handledBy(),
                    view.messages().stream().map(ConcernMessage::of).toList(),
                    questions.stream().map(ConcernQuestion::of).toList(),
                    view.files().stream().map(ConcernFile::of).toList(),
                    ConcernReply.of(view),
                    proceedings,
                    view.handling() ? ForHandlers.of(view, clauses) : null);
        }

        /** Whether it is what this filing says; of one that was taken back since nobody can tell. */
        boolean tells(FileConcern filing) {
            return withdrawnOn != null
                    || (mode.name().equals(filing.mode())
                            && topic.name().equals(filing.topic())
                            && text.equals(filing.text())
                            && desiredOutcome.equals(filing.desiredOutcome()));
        }
    }

    /** @param by name of the officer who wrote it; null where the filer did */
    @Schema(name = "ConcernMessage")
    record ConcernMessage(int number, @Nullable String by, String text, LocalDate sentOn) {

        static ConcernMessage of(ReadingConcerns.Said said) {
            return new ConcernMessage(said.number(), said.by(), said.text(), said.sentOn());
        }
    }

    /**
     * A question of a reviewer; who asked is shown to nobody.
     *
     * @param ruledOn the day on which those who handle the concern decided about it; null while they have not
     * @param turnedBack why it was not passed on; empty where it was, and while nobody decided
     * @param wording in which it was passed on, for those who handle the concern; empty where the filer reads the question itself
     * @param mayShow whether the filer agrees that reviewers know something of the answer
     * @param released what reviewers may know of it, for those who handle the concern; empty while nothing is
     */
    @Schema(name = "ConcernQuestion")
    record ConcernQuestion(
            int number,
            String text,
            LocalDate askedOn,
            @Nullable LocalDate ruledOn,
            String turnedBack,
            String wording,
            @Nullable LocalDate answeredOn,
            @Nullable String answer,
            boolean mayShow,
            String released) {

        static ConcernQuestion of(Asked asked) {
            Answered answer = asked.answer();
            return new ConcernQuestion(
                    asked.number(),
                    asked.text(),
                    asked.askedOn(),
                    asked.ruledOn(),
                    asked.turnedBack(),
                    asked.wording(),
                    answer == null ? null : answer.on(),
                    answer == null ? null : answer.text(),
                    answer != null && answer.mayShow(),
                    answer == null ? "" : answer.released());
        }
    }

    /**
     * A file that came with the concern; its clean copy is read on the page.
     *
     * @param message 0 where it came with the filing, else the number of the message
     * @param name as its filer called it, for them alone; for those who handle the concern attachment-1.pdf and so on
     */
    @Schema(name = "ConcernFile")
    record ConcernFile(int number, int message, String name, boolean copied) {

        static ConcernFile of(FileOfConcern file) {
            return new ConcernFile(file.number(), file.message(), file.name(), file.copied());
        }
    }

    @Schema(name = "ConcernReply")
    record ConcernReply(
            LocalDate answeredOn,
            @Nullable String answeredBy,
            String considered,
            String decision,
            String article,
            String effect,
            String appeal) {

        static @Nullable ConcernReply of(ReadingConcerns.View view) {
            var answer = view.answer();
            return answer == null
                    ? null
                    : new ConcernReply(
                            answer.answeredOn(),
                            view.answeredBy(),
                            answer.considered(),
                            answer.decision(),
                            answer.article(),
                            answer.effect(),
                            answer.appeal());
        }
    }

    /**
     * @param filer name of the filer of an open concern; null where it is sealed apart or nobody knows it
     * @param cause what the concern came from; null while nobody has answered
     * @param routing what the rules ask
     * @param clauses where the clause that its filer named stands, as far as the reader may open the documents
     */
    @Schema(name = "ConcernForHandlers")
    record ForHandlers(
            @Nullable String filer,
            @Nullable CauseCode cause,
            @Nullable Routing routing,
            List<Recusal> recusals,
            List<ConcernClause> clauses) {

        static ForHandlers of(ReadingConcerns.View view, List<ClauseLink> clauses) {
            return new ForHandlers(
                    view.filer(),
                    view.cause(),
                    view.concern().routing(),
                    view.recusals(),
                    clauses.stream().map(ConcernClause::of).toList());
        }
    }

    /** @param clause its place in that version, by which the clauses of a document are read */
    @Schema(name = "ConcernClause")
    record ConcernClause(UUID documentVersion, int clause, String words) {

        static ConcernClause of(ClauseLink link) {
            return new ConcernClause(link.version().value(), link.ordinal(), link.words());
        }
    }
}
