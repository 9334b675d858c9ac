package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.DocumentCheck;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * S2: legal confirms which documents there are and which of them can be read, and every red flag that was found in them is judged. From
 * here on the pass is about this set.
 */
@Component
public class CheckingDocuments {

    private final StageWork work;
    private final ReviewCases reviews;
    private final Documents documents;
    private final RedFlags redFlags;

    CheckingDocuments(StageWork work, ReviewCases reviews, Documents documents, RedFlags redFlags) {
        this.work = work;
        this.reviews = reviews;
        this.documents = documents;
        this.redFlags = redFlags;
    }

    /**
     * @param seenHash the document set the person saw on the page
     * @param gaps what is missing, in words; empty where nothing is
     */
    public record Check(String seenHash, boolean confirmed, String gaps) {}

    public List<FormProblem> problems(ContractId contract, Check check) {
        Problems problems = new Problems()
                .when(!check.confirmed(), "confirmed", "Confirm that you have looked through the documents.")
                .length(check.gaps(), "gaps");
        redFlags.refuseUnjudged(contract, problems);
        return problems.list();
    }

    @Transactional
    public void check(ReviewId id, Check check, Actor actor) {
        // whoever may not do this makes the server scan nothing; and nothing is held while it scans
        redFlags.scanned(
                actor, work.look(id, Stage.DOCUMENT_CHECK, actor).contract().id());
        Open open = work.begin(id, Stage.DOCUMENT_CHECK, actor);
        Problems.refuse(problems(open.review().contract(), check));
        List<DocumentVersion> versions = documents.currentVersions(open.review().contract());
        String hash = documents.documentSetHash(versions);
        if (!hash.equals(check.seenHash())) {
            throw Refused.conflict("The documents changed while you were reading. Look at them again, then confirm.");
        }
        if (versions.stream().anyMatch(version -> version.status() == ExtractionStatus.READING)) {
            throw Refused.conflict("A document is still being read. Wait until it is read, then confirm.");
        }
        if (versions.stream().noneMatch(version -> version.status() == ExtractionStatus.READ)) {
            throw Refused.conflict(
                    "There is no document whose text can be read. Ask the account owner for the contract, then confirm.");
        }
        reviews.freezeDocuments(id, hash, open.contract().version());
        work.finish(
                open,
                new DocumentCheck(
                        hash,
                        titles(versions, ExtractionStatus.READ),
                        titles(versions, ExtractionStatus.FAILED),
                        check.gaps()),
                Map.of());
    }

    private static List<String> titles(List<DocumentVersion> versions, ExtractionStatus status) {
        return versions.stream()
                .filter(version -> version.status() == status)
                .map(version -> version.title() + ", version " + version.number())
                .toList();
    }
}
