package org.contractethics.contract.internal.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.contract.internal.Text;

/** The columns of our spreadsheet template, in their order. */
enum TemplateColumn {
    TITLE("Title", true, 40, "What the contract is about, in a few words (300 characters at most)."),
    DESCRIPTION(
            "Description",
            false,
            60,
            "What is delivered and what the agency will do with it (10,000 characters at most). No names or addresses of persons."),
    AGENCY("Awarding agency", true, 40, "Full name of the agency that awards the contract."),
    AGENCY_PARENT("Department above it", false, 30, "Ministry or department the agency belongs to."),
    AGENCY_TYPE(
            "Class of agency",
            false,
            30,
            "Choose from the list. Counts only where our list of known agencies does not know the agency."),
    AGENCY_COUNTRY("Agency's country", true, 18, "Choose the two letters of the country from the list."),
    FUNDING("Funding agency", false, 30, "Full name, where another agency pays."),
    SUPPLIER(
            "Supplier",
            true,
            30,
            "Company that signs with the agency: ours, or the reseller between us and the agency."),
    SUPPLIER_PARENT("Supplier's group", false, 24, "Group the supplier belongs to."),
    RESELLERS(
            "Resellers",
            false,
            30,
            "Every company between the supplier and ours, nearest to the agency first, separated by semicolons."),
    END_USERS(
            "End users",
            false,
            30,
            "Offices that will use what is delivered, separated by semicolons. No names of persons."),
    CAPABILITY_1(
            "Capability 1",
            false,
            34,
            "What the technology can do. Choose from the list; use one column for each capability."),
    CAPABILITY_2("Capability 2", false, 34, "As above."),
    CAPABILITY_3("Capability 3", false, 34, "As above."),
    CAPABILITY_4("Capability 4", false, 34, "As above."),
    DATA_KIND_1(
            "Kind of data 1", false, 28, "Kind of data processed. Choose from the list; use one column for each kind."),
    DATA_KIND_2("Kind of data 2", false, 28, "As above."),
    DATA_KIND_3("Kind of data 3", false, 28, "As above."),
    COUNTRIES(
            "Countries of use",
            false,
            24,
            "Where it will be used: English names or two letters, separated by semicolons."),
    OBLIGATED("Amount committed", false, 18, "Money committed so far, as a number without currency sign."),
    CEILING("Amount at most", false, 18, "The most it may grow to with all options, as a number."),
    CURRENCY("Currency", true, 12, "Choose the currency code from the list."),
    START("First day", false, 14, "First day of performance, as a date."),
    END("Last day", false, 14, "Last day of performance, as a date."),
    SECRECY("Secrecy", false, 26, "Choose from the list; empty means none."),
    PIID(
            "Contract number",
            false,
            22,
            "Number the agency gave the contract (PIID). A row needs this or the ocid: by it a later import finds the contract again."),
    PARENT_PIID("Framework number", false, 22, "Number of the framework contract it was ordered under."),
    OCID("Ocid", false, 26, "Open Contracting id, where there is one.");

    private final String header;
    private final boolean required;
    private final int width;
    private final String explanation;

    TemplateColumn(String header, boolean required, int width, String explanation) {
        this.header = header;
        this.required = required;
        this.width = width;
        this.explanation = explanation;
    }

    /** Place in the sheet, counted from 0. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the columns; readers go by header
    int index() {
        return ordinal();
    }

    String header() {
        return header;
    }

    boolean required() {
        return required;
    }

    /** In characters. */
    int width() {
        return width;
    }

    String explanation() {
        return explanation;
    }

    boolean isDate() {
        return this == START || this == END;
    }

    boolean isAmount() {
        return this == OBLIGATED || this == CEILING;
    }

    static Optional<TemplateColumn> of(String header) {
        String wanted = Text.line(header).replace("*", "").strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(column -> column.header.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
