package org.contractethics.contract.internal.imports;

import java.util.List;
import org.contractethics.contract.internal.AwardTransaction;

/**
 * One readable row of a file.
 *
 * @param transactions award transactions the row tells of; empty for the template
 */
record ImportedRow(int line, ContractKey key, Facts facts, List<AwardTransaction> transactions) {

    ImportedRow {
        transactions = List.copyOf(transactions);
    }
}
