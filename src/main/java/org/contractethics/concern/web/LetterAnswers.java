package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.concern.internal.Answer;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.concern.internal.ShownAnswers.ShownAnswer;
import org.contractethics.concern.internal.letter.OpenLetter;
import org.contractethics.concern.internal.letter.ReadingLetters.IssuingKey;
import org.contractethics.concern.internal.letter.ReadingLetters.Line;
import org.contractethics.concern.internal.letter.ReadingLetters.Step;
import org.contractethics.concern.internal.letter.ReadingLetters.View;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.concern.internal.letter.Wording;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** What the API says of letters, and what it takes to open one. */
final class LetterAnswers {

    private LetterAnswers() {}

    @Schema(name = "LetterRequest")
    record LetterRequest(
            @Nullable String title,
            @Schema(implementation = ConcernTopic.class) @Nullable String topic,
            @Nullable String text,
            @Nullable List<@Nullable String> demands,
            @Nullable Set<@Nullable UUID> contracts,
            @Schema(implementation = SigningMode.class) @Nullable String signing,
            @Nullable Integer revealAt) {

        OpenLetter toCommand(ConcernId id) {
            return new OpenLetter(
                    id,
                    present(contracts).map(ContractId::new).collect(Collectors.toUnmodifiableSet()),
                    FormFields.orEmpty(topic),
                    FormFields.orEmpty(title),
                    new Wording(FormFields.orEmpty(text), present(demands).collect(Collectors.joining("\n"))),
                    FormFields.orEmpty(signing),
                    revealAt == null ? "" : revealAt.toString());
        }

        private static <T> Stream<T> present(@Nullable Iterable<@Nullable T> values) {
            return values == null
                    ? Stream.empty()
                    : java.util.stream.StreamSupport.stream(values.spliterator(), false)
                            .filter(Objects::nonNull);
        }
    }

    @Schema(name = "LetterLine")
    record LetterLine(UUID id, String title, SigningMode signing, String count, String state) {

        static LetterLine of(Line line) {
            return new LetterLine(
                    line.letter().id().value(),
                    line.letter().title(),
                    line.letter().signing(),
                    line.count(),
                    line.state());
        }
    }

    /** @param issuingKey of letters that are only counted */
    @Schema(name = "Letter")
    record LetterAnswer(
            UUID id,
            String title,
            SigningMode signing,
            @Nullable Integer revealAt,
            int version,
            String text,
            List<String> demands,
            List<UUID> contracts,
            String count,
            String state,
            List<Step> consequences,
            List<LetterQuestion> questions,
            @Nullable IssuingKey issuingKey,
            @Nullable LetterReply answer) {

        /** Whether it is what this command opens; a text that was changed since is no other letter. */
        boolean tells(OpenLetter command) {
            return title.equals(command.title())
                    && signing.name().equals(command.signing())
                    && (version > 1 || text.equals(command.wording().text()));
        }

        static LetterAnswer of(View view, @Nullable IssuingKey key) {
            return new LetterAnswer(
                    view.letter().id().value(),
                    view.letter().title(),
                    view.letter().signing(),
                    view.letter().revealAt(),
                    view.letter().version(),
                    view.text().text(),
                    view.text().demands(),
                    view.contracts().stream()
                            .map(contract -> contract.id().value())
                            .toList(),
                    view.count(),
                    view.state(),
                    view.steps(),
                    view.shownAnswers().stream().map(LetterQuestion::of).toList(),
                    key,
                    LetterReply.of(view.answer()));
        }
    }

    /** @param answer what those who handle the letter released of it */
    @Schema(name = "LetterQuestion")
    record LetterQuestion(int number, String question, String answer, LocalDate releasedOn) {

        static LetterQuestion of(ShownAnswer shown) {
            return new LetterQuestion(shown.number(), shown.question(), shown.answer(), shown.releasedOn());
        }
    }

    @Schema(name = "LetterReply")
    record LetterReply(
            LocalDate answeredOn, String considered, String decision, String article, String effect, String appeal) {

        static @Nullable LetterReply of(@Nullable Answer answer) {
            return answer == null
                    ? null
                    : new LetterReply(
                            answer.answeredOn(),
                            answer.considered(),
                            answer.decision(),
                            answer.article(),
                            answer.effect(),
                            answer.appeal());
        }
    }
}
