package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.contractethics.concern.internal.AnswerConcern;
import org.contractethics.concern.internal.CauseCode;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.concern.internal.FileConcern;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** What the API takes of concerns. */
final class ConcernRequests {

    private ConcernRequests() {}

    /**
     * @param contract left out where it is not known, or an agency is named
     * @param agency its name as the register writes it, instead of a contract
     * @param matter a capability, version of the rules or part of the process, instead of a contract
     * @param clause of the documents of the contract, by number or words
     * @param mode OPEN or CONFIDENTIAL; without an account nothing is filed here
     * @param rights codes of the catalogue, or words
     * @param about names or account names of those whom it is about; it is kept from them
     * @param excluded account names of concern officers who must not handle it
     */
    @Schema(name = "ConcernRequest")
    record FilingRequest(
            @Nullable UUID contract,
            @Nullable String agency,
            @Nullable MatterRequest matter,
            @Nullable String clause,
            @Schema(allowableValues = {"OPEN", "CONFIDENTIAL"}) @Nullable String mode,
            @Schema(implementation = ConcernTopic.class) @Nullable String topic,
            @Nullable String text,
            @Nullable List<@Nullable String> rights,
            @Nullable String desiredOutcome,
            @Nullable List<@Nullable String> about,
            @Nullable List<@Nullable String> excluded) {

        String aboutInLines() {
            return lines(about);
        }

        /** @param kept account names of those whom it is about */
        FileConcern toCommand(ConcernId id, Set<String> kept) {
            Set<String> all = new HashSet<>(kept);
            all.addAll(present(excluded));
            return new FileConcern(
                    id,
                    contract == null ? null : new ContractId(contract),
                    FormFields.orEmpty(agency),
                    matter == null ? "" : matter.typed(),
                    FormFields.orEmpty(mode),
                    FormFields.orEmpty(topic),
                    FormFields.orEmpty(text),
                    FormFields.orEmpty(clause),
                    lines(rights),
                    FormFields.orEmpty(desiredOutcome),
                    all);
        }
    }

    /**
     * @param kind CAPABILITY, POLICY or PROCESS
     * @param code of a capability; number of a version, with a slash and the id of a table where it is about one; code of an office
     */
    @Schema(name = "ConcernMatterRequest")
    record MatterRequest(@Nullable String kind, @Nullable String code) {

        String typed() {
            return FormFields.orEmpty(kind) + ":" + FormFields.orEmpty(code);
        }
    }

    /** @param draft of files that the filer was shown before, which go with it */
    @Schema(name = "ConcernMessageRequest")
    record MessageRequest(@Nullable String text, @Nullable String draft) {}

    @Schema(name = "ConcernReasonRequest")
    record ReasonRequest(@Nullable String reason) {}

    /** @param wording how the filer is asked, where reviewers do not read what they write; of an open concern they are asked as it stands */
    @Schema(name = "ConcernWordingRequest")
    record WordingRequest(@Nullable String wording) {}

    @Schema(name = "ConcernReleaseRequest")
    record ReleaseRequest(@Nullable String released) {}

    /** @param cause what the concern came from; its filer does not read it */
    @Schema(name = "ConcernReplyRequest")
    record ReplyRequest(
            @Nullable String considered,
            @Nullable String decision,
            @Nullable String article,
            @Nullable String effect,
            @Nullable String appeal,
            @Schema(implementation = CauseCode.class) @Nullable String cause) {

        AnswerConcern toCommand() {
            return new AnswerConcern(
                    FormFields.orEmpty(considered),
                    FormFields.orEmpty(decision),
                    FormFields.orEmpty(article),
                    FormFields.orEmpty(effect),
                    FormFields.orEmpty(appeal),
                    FormFields.orEmpty(cause));
        }
    }

    private static String lines(@Nullable List<@Nullable String> values) {
        return String.join("\n", present(values));
    }

    private static List<String> present(@Nullable List<@Nullable String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
    }
}
