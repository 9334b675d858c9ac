package org.contractethics.contract.internal.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.AwardTransaction;
import org.contractethics.contract.internal.Catalogue;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.DraftDiff;
import org.contractethics.contract.internal.DraftRules;
import org.contractethics.contract.internal.RegisterEntry;
import org.contractethics.contract.internal.imports.GroupedContract.TransactionKey;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;

/** Decides for each contract of a chunk what the file changes about it: nothing, something, or that it cannot be. */
final class Judging {

    private final ImportJob job;
    private final AwardFileReader reader;
    private final Instant now;
    private final Catalogue capabilities;
    private final Predicate<Contract> heldBack;
    private final List<RegisterEntry> registered = new ArrayList<>();
    private final List<RegisterEntry> updated = new ArrayList<>();
    private final List<RegisterEntry> changed = new ArrayList<>();
    private final Map<ContractId, List<String>> changedFields = new HashMap<>();
    private final Map<ContractId, List<AwardTransaction>> firstTransactions = new HashMap<>();
    private final Map<ContractId, List<AwardTransaction>> furtherTransactions = new HashMap<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private int unchanged;

    /** @param heldBack tells of which contracts this file changes nothing */
    Judging(ImportJob job, AwardFileReader reader, Instant now, Catalogue capabilities, Predicate<Contract> heldBack) {
        this.heldBack = heldBack;
        this.capabilities = capabilities;
        this.job = job;
        this.reader = reader;
        this.now = now;
    }

    void newContract(GroupedContract group, ContractId id) {
        try {
            Facts derived = DerivedFacts.of(group.transactions());
            ContractDraft draft = derived.over(group.over(Facts.blank()));
            if (isSound(group, draft)) {
                registered.add(RegisterEntry.imported(
                        id, draft, job.format().source(), derived.awardYear, group.asOf(), now, job.uploadedBy()));
                firstTransactions.put(id, List.copyOf(group.transactions()));
            }
        } catch (ArithmeticException tooLarge) {
            tooLarge(group);
        }
    }

    void knownContract(GroupedContract group, RegisterEntry entry, List<AwardTransaction> known) {
        if (!mayTouch(entry)) {
            problems.add(new ImportProblem(
                    group.firstLine(),
                    "",
                    "This contract is already registered" + as(entry)
                            + " and kept by somebody else. It was left as it is."));
            return;
        }
        try {
            judge(group, entry, known);
        } catch (ArithmeticException tooLarge) {
            tooLarge(group);
        }
    }

    /** The number of the agency belongs to one contract of the register and the ocid to another, or to none. */
    void contradicts(GroupedContract group, RegisterEntry rival) {
        problems.add(new ImportProblem(
                group.firstLine(),
                reader.column("piid"),
                "This contract number is already registered" + as(rival)
                        + " with another ocid. Correct the number or the ocid of this row."));
    }

    /** A contract under secrecy terms is not named to whoever guesses its number. */
    private static String as(RegisterEntry entry) {
        return entry.secret() ? "" : " as " + entry.contract().reference();
    }

    private void judge(GroupedContract group, RegisterEntry entry, List<AwardTransaction> known) {
        Map<TransactionKey, AwardTransaction> all = new LinkedHashMap<>();
        known.forEach(transaction -> all.put(TransactionKey.of(transaction), transaction));
        List<AwardTransaction> news = group.transactions().stream()
                .filter(transaction -> !transaction.equals(all.get(TransactionKey.of(transaction))))
                .toList();
        news.forEach(transaction -> all.put(TransactionKey.of(transaction), transaction));
        Facts derived = DerivedFacts.of(all.values());
        ContractDraft before = ContractDraft.of(entry.contract());
        ContractDraft after = merged(group, entry, before, derived, !news.isEmpty());
        Integer year = derived.awardYear == null ? entry.awardYear() : derived.awardYear;
        List<String> fields = DraftDiff.fields(before, after);
        boolean same = fields.isEmpty() && Objects.equals(year, entry.awardYear());
        if (same && news.isEmpty()) {
            unchanged++;
        } else if (!same && entry.contract().state() == ContractState.IN_REVIEW) {
            problems.add(
                    new ImportProblem(
                            group.firstLine(),
                            "",
                            "A review weighs the facts of this contract now. It was left as it is; import the file again after the decision."));
        } else if (heldBack.test(entry.contract())) {
            problems.add(new ImportProblem(
                    group.firstLine(),
                    "",
                    "What this row says of a contract that is registered already" + as(entry)
                            + " was held back, because people reviewed it. Its account owner, a triage officer or a legal reviewer"
                            + " can import the same file."));
        } else if (isSound(group, after)) {
            note(
                    entry,
                    same ? null : entry.changed(after, year, newest(group, entry), now, job.uploadedBy()),
                    fields,
                    news);
        }
    }

    private void note(
            RegisterEntry entry, @Nullable RegisterEntry change, List<String> fields, List<AwardTransaction> news) {
        updated.add(change == null ? entry : change);
        if (change != null) {
            changed.add(change);
            changedFields.put(change.contract().id(), fields);
        }
        if (!news.isEmpty()) {
            furtherTransactions.put(entry.contract().id(), news);
        }
    }

    /**
     * What people made their own, an award record does not overwrite: it fills gaps and brings the amounts up to date. A
     * record older than the one already taken in fills gaps, too.
     */
    private ContractDraft merged(
            GroupedContract group, RegisterEntry entry, ContractDraft before, Facts derived, boolean news) {
        boolean template = job.format() == ImportFormat.TEMPLATE;
        if (entry.contract().state() == ContractState.SIGNED || (entry.keptByPeople() && !template)) {
            ContractDraft filled =
                    entry.contract().state() == ContractState.SIGNED ? before : derived.under(group.under(before));
            return news ? withValue(filled, derived) : filled;
        }
        Instant asOf = group.asOf();
        boolean older = asOf != null && entry.sourceAsOf() != null && asOf.isBefore(entry.sourceAsOf());
        return derived.over(older ? group.under(before) : group.over(before));
    }

    private static ContractDraft withValue(ContractDraft draft, Facts derived) {
        Facts onlyValue = new Facts();
        onlyValue.obligated = derived.obligated;
        onlyValue.ceiling = derived.ceiling;
        onlyValue.currency = derived.currency;
        return onlyValue.over(draft);
    }

    /** Own contracts are updated from the own template; of others' contracts only public award records tell something. */
    private boolean mayTouch(RegisterEntry entry) {
        String owner = entry.contract().submitter();
        boolean own = owner == null
                ? job.uploadedBy().equals(entry.importedBy())
                : job.uploadedBy().equals(owner);
        if (job.format() == ImportFormat.TEMPLATE) {
            return own || (owner == null && entry.contract().secrecy() == Secrecy.NONE && !entry.keptByPeople());
        }
        return true;
    }

    private boolean isSound(GroupedContract group, ContractDraft draft) {
        List<FormProblem> found = DraftRules.problems(draft, capabilities);
        for (FormProblem problem : found) {
            problems.add(new ImportProblem(group.firstLine(), reader.column(problem.field()), problem.message()));
        }
        return found.isEmpty();
    }

    private void tooLarge(GroupedContract group) {
        problems.add(new ImportProblem(
                group.firstLine(),
                reader.column("obligated"),
                "The amounts add up to more than the register can hold."));
    }

    private static @Nullable Instant newest(GroupedContract group, RegisterEntry entry) {
        Instant asOf = group.asOf();
        Instant stored = entry.sourceAsOf();
        return asOf == null || (stored != null && stored.isAfter(asOf)) ? stored : asOf;
    }

    List<RegisterEntry> registered() {
        return registered;
    }

    /** Contracts of which the facts or the award transactions change. */
    List<RegisterEntry> updated() {
        return updated;
    }

    /** Those of the updated ones of which facts change. */
    List<RegisterEntry> changed() {
        return changed;
    }

    Map<ContractId, List<String>> changedFields() {
        return changedFields;
    }

    /** Those of the new contracts. */
    Map<ContractId, List<AwardTransaction>> firstTransactions() {
        return firstTransactions;
    }

    /** New or changed ones of contracts that the register already held. */
    Map<ContractId, List<AwardTransaction>> furtherTransactions() {
        return furtherTransactions;
    }

    List<ImportProblem> problems() {
        return problems;
    }

    int unchanged() {
        return unchanged;
    }
}
