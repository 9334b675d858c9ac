package org.contractethics.contract.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.AwardTransaction;
import org.contractethics.contract.internal.AwardTransactions;
import org.contractethics.contract.internal.Money;
import org.contractethics.contract.internal.Visibility;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What published award records say was done under the contract, newest first. */
@Component
class TransactionsPanel implements CasePanel {

    private static final int ORDER = 600;
    private static final int MOST_SHOWN = 50;

    private final ContractRegister register;
    private final AwardTransactions transactions;

    TransactionsPanel(ContractRegister register, AwardTransactions transactions) {
        this.register = register;
        this.transactions = transactions;
    }

    /** A transaction as the page shows it. */
    record Line(@Nullable LocalDate date, String what, String description, String supplier, String amount) {}

    @Override
    public Optional<View> panel(ContractId id, Actor viewer) {
        Contract contract = register.get(id);
        if (!Visibility.mayReadFacts(contract, viewer)) {
            return Optional.empty();
        }
        List<AwardTransaction> all = transactions.of(id);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines =
                all.stream().limit(MOST_SHOWN).map(TransactionsPanel::line).toList();
        return Optional.of(
                new View(ORDER, Column.MAIN, "contract/transactions", Map.of("lines", lines, "total", all.size())));
    }

    private static Line line(AwardTransaction transaction) {
        Long amount = transaction.amountMinor();
        return new Line(
                transaction.actedOn(),
                what(transaction),
                transaction.description(),
                transaction.supplier() == null ? "" : transaction.supplier(),
                amount == null ? "" : Money.shown(amount, transaction.currency()));
    }

    private static String what(AwardTransaction transaction) {
        String what =
                switch (transaction.kind()) {
                    case ACTION -> transaction.key().equals("0") ? "Award" : "Modification " + transaction.key();
                    case AWARD -> "Award";
                    case CONTRACT -> "Contract";
                };
        String action = transaction.action() == null ? "" : ": " + transaction.action();
        return what + action + (transaction.active() ? "" : " (cancelled)");
    }
}
