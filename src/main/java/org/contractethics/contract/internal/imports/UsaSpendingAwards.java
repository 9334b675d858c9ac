package org.contractethics.contract.internal.imports;

import static org.contractethics.contract.internal.imports.FederalCells.USD;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.Contract.Identifiers;
import org.contractethics.contract.internal.AgencyDirectory;
import org.contractethics.contract.internal.AwardTransaction;
import org.contractethics.contract.internal.AwardTransaction.Kind;
import org.contractethics.contract.internal.Countries;
import org.contractethics.contract.internal.DraftRules;
import org.jspecify.annotations.Nullable;

/**
 * The award archive of USAspending.gov: one row for each action, with the state of the whole award beside it. Amounts of
 * actions add up; the potential total value of the newest action is the ceiling.
 */
final class UsaSpendingAwards implements AwardFileReader {

    static final List<String> HEADER = List.of(
            "award_id_piid",
            "modification_number",
            "parent_award_id",
            "federal_action_obligation",
            "action_date",
            "awarding_sub_agency_name",
            "recipient_name",
            "award_description");

    private static final Map<String, String> COLUMNS = Map.of(
            "title", "award_description",
            "description", "award_description",
            "agencyName", "awarding_sub_agency_name",
            "fundingName", "funding_sub_agency_name",
            "supplier", "recipient_name",
            "supplierParent", "recipient_parent_name",
            "obligated", "federal_action_obligation",
            "ceiling", "potential_total_value_of_award",
            "end", "period_of_performance_current_end_date",
            "piid", "award_id_piid");

    private final AgencyDirectory agencies;
    private UnaryOperator<String> spelling = UnaryOperator.identity();

    UsaSpendingAwards(AgencyDirectory agencies) {
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
        String piid = FederalCells.key(row, "award_id_piid");
        String parent = FederalCells.bounded(row.get("parent_award_id").toUpperCase(Locale.ROOT), "parent_award_id");
        Agency agency = cells.agency(
                FederalCells.required(row, "awarding_sub_agency_name", "The awarding agency"),
                row.get("awarding_agency_name"));
        AwardTransaction transaction = transaction(row);
        Facts facts = facts(row, cells, agency);
        facts.identifiers = new Identifiers(piid, parent.isEmpty() ? null : parent, null);
        LocalDate acted = transaction.actedOn();
        facts.asOf = acted == null ? null : acted.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new ImportedRow(row.line(), ContractKey.piid(agency.name(), piid, parent), facts, List.of(transaction));
    }

    private static Facts facts(CsvTable.Cells row, FederalCells cells, Agency agency) {
        Facts facts = new Facts();
        facts.agency = agency;
        facts.currency = USD;
        String funding = row.get("funding_sub_agency_name");
        if (!funding.isEmpty()
                && !cells.agency(funding, row.get("funding_agency_name")).name().equals(agency.name())) {
            facts.funding = cells.agency(funding, row.get("funding_agency_name"));
        }
        facts.supplierParent = supplierParent(row);
        facts.endUsers = endUsers(row.get("funding_office_name"));
        String state = row.get("primary_place_of_performance_state_code");
        String country = FederalCells.country(row.get("primary_place_of_performance_country_code"));
        if (!state.isEmpty() && country.equals(Countries.UNKNOWN)) {
            facts.countries = Set.of("US");
        } else if (Countries.isCode(country)) {
            facts.countries = Set.of(country);
        }
        return facts;
    }

    private static @Nullable String supplierParent(CsvTable.Cells row) {
        String parent = row.get("recipient_parent_name");
        String same = parent.replaceAll("[^\\p{L}\\p{N}]", "");
        boolean itself = same.equalsIgnoreCase(row.get("recipient_name").replaceAll("[^\\p{L}\\p{N}]", ""));
        return itself || Suppliers.isFederalPerson(parent)
                ? null
                : FederalCells.shortText(parent, DraftRules.MAX_SUPPLIER);
    }

    /** The office that pays is, as far as the record knows, the office that will use what is delivered. */
    private static List<String> endUsers(String office) {
        return office.isEmpty() || office.toUpperCase(Locale.ROOT).contains("CLOSEOUT")
                ? List.of()
                : List.of(office.length() > DraftRules.MAX_NAME ? office.substring(0, DraftRules.MAX_NAME) : office);
    }

    private static AwardTransaction transaction(CsvTable.Cells row) throws BadCell {
        LocalDate date = FederalCells.date(row, "action_date");
        if (date == null) {
            throw new BadCell("action_date", "The date of the action is missing.");
        }
        LocalDate start = FederalCells.date(row, "period_of_performance_start_date");
        LocalDate end = FederalCells.date(row, "period_of_performance_current_end_date");
        Long amount = FederalCells.money(row, "federal_action_obligation");
        if (amount == null) {
            throw new BadCell(
                    "federal_action_obligation", "The amount is missing. Write 0 where nothing is obligated.");
        }
        return new AwardTransaction(
                Kind.ACTION,
                FederalCells.modification(row, "modification_number"),
                null,
                date,
                amount,
                FederalCells.money(row, "potential_total_value_of_award"),
                USD,
                start,
                end == null ? FederalCells.date(row, "ordering_period_end_date") : end,
                FederalCells.supplier(FederalCells.required(row, "recipient_name", "The recipient")),
                FederalCells.description(row.get("award_description")),
                FederalCells.shortText(row.get("product_or_service_code_description"), 300),
                FederalCells.shortText(row.get("naics_description"), 300),
                FederalCells.shortText(row.get("action_type"), 200),
                true);
    }
}
