package org.contractethics.contract.internal.imports;

import static org.contractethics.contract.internal.imports.FederalCells.USD;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.Contract.Identifiers;
import org.contractethics.contract.internal.AgencyDirectory;
import org.contractethics.contract.internal.AwardTransaction;
import org.contractethics.contract.internal.AwardTransaction.Kind;
import org.jspecify.annotations.Nullable;

/** Transactions as the award search of USAspending.gov exports them: one row for each federal action. */
final class UsaSpendingTransactions implements AwardFileReader {

    static final List<String> HEADER = List.of(
            "Agency",
            "Award ID",
            "Recipient Name",
            "Federal Action Obligation",
            "Action Date",
            "Modification",
            "Transaction Description",
            "Generated Award ID");

    private static final Map<String, String> COLUMNS = Map.of(
            "title", "Transaction Description",
            "description", "Transaction Description",
            "agencyName", "Agency",
            "supplier", "Recipient Name",
            "obligated", "Federal Action Obligation",
            "piid", "Award ID");

    private final AgencyDirectory agencies;
    private UnaryOperator<String> spelling = UnaryOperator.identity();

    UsaSpendingTransactions(AgencyDirectory agencies) {
        this.agencies = agencies;
    }

    @Override
    public void read(byte[] content, RowSink sink) {
        FederalCells cells = new FederalCells(agencies);
        CsvTable table = new CsvTable(content);
        spelling = table::spelled;
        table.forEach(row -> sink.row(row(row, cells)), sink);
    }

    @Override
    public String column(String fact) {
        return spelling.apply(COLUMNS.getOrDefault(fact, ""));
    }

    private static ImportedRow row(CsvTable.Cells row, FederalCells cells) throws BadCell {
        String piid = FederalCells.key(row, "award id");
        AwardName name = AwardName.of(row.get("generated award id"));
        String agencyCell =
                name.agency().isEmpty() ? FederalCells.required(row, "agency", "The agency") : name.agency();
        Agency known = cells.agency(agencyCell, "");
        // the generated id gives the agency by number; where our list does not know the number, the name in the row is
        // better
        Agency agency = known.name().equals(agencyCell) && !row.get("agency").isEmpty()
                ? cells.agency(row.get("agency"), "")
                : known;
        AwardTransaction transaction = transaction(row);
        Facts facts = new Facts();
        facts.agency = agency;
        facts.currency = USD;
        facts.identifiers = new Identifiers(piid, name.parent(), null);
        String parent = name.parent() == null ? "" : name.parent();
        return new ImportedRow(row.line(), ContractKey.piid(agency.name(), piid, parent), facts, List.of(transaction));
    }

    private static AwardTransaction transaction(CsvTable.Cells row) throws BadCell {
        LocalDate date = FederalCells.date(row, "action date");
        if (date == null) {
            throw new BadCell("Action Date", "The date of the action is missing.");
        }
        Long amount = FederalCells.money(row, "federal action obligation");
        if (amount == null) {
            throw new BadCell(
                    "Federal Action Obligation", "The amount is missing. Write 0 where nothing is obligated.");
        }
        return new AwardTransaction(
                Kind.ACTION,
                FederalCells.modification(row, "modification"),
                null,
                date,
                amount,
                null,
                USD,
                null,
                null,
                FederalCells.supplier(FederalCells.required(row, "recipient name", "The recipient")),
                FederalCells.description(row.get("transaction description")),
                FederalCells.shortText(row.get("product/service description"), 300),
                FederalCells.shortText(row.get("naics description"), 300),
                null,
                true);
    }

    /**
     * The generated id of an award: {@code CONT_AWD_<piid>_<agency>_<parent piid>_<parent agency>}.
     *
     * @param agency number of the awarding sub-agency; empty where the id does not tell
     * @param parent framework the award was ordered under
     */
    private record AwardName(String agency, @Nullable String parent) {

        private static final String NONE = "-NONE-";

        static AwardName of(String generated) throws BadCell {
            String[] parts = generated.split("_", -1);
            if (parts.length == 6 && parts[0].equals("CONT")) {
                String parent = parts[4].equals(NONE) || parts[4].isEmpty()
                        ? null
                        : FederalCells.bounded(parts[4].toUpperCase(Locale.ROOT), "Generated Award ID");
                return new AwardName(parts[3].equals(NONE) ? "" : parts[3], parent);
            }
            if (parts.length == 4 && parts[0].equals("CONT")) {
                return new AwardName(parts[3].equals(NONE) ? "" : parts[3], null);
            }
            if (generated.isEmpty()) {
                return new AwardName("", null);
            }
            throw new BadCell(
                    "Generated Award ID",
                    "This is not an award id of USAspending (CONT_AWD_number_agency_parent_agency).");
        }
    }
}
