package org.contractethics.contract.internal.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.internal.AgencyDirectory;
import org.contractethics.contract.internal.BadValue;
import org.contractethics.contract.internal.Countries;
import org.contractethics.contract.internal.Dates;
import org.contractethics.contract.internal.DraftRules;
import org.contractethics.contract.internal.Money;
import org.contractethics.contract.internal.Text;
import org.jspecify.annotations.Nullable;

/** Reads the cells that both layouts of USAspending have in common. One instance serves one file. */
final class FederalCells {

    static final String USD = "USD";

    private static final int MAX_KEY = 60;
    private static final int MAX_DESCRIPTION = 4_000;

    private final Map<String, Agency> agencies = new HashMap<>();
    private final AgencyDirectory directory;

    FederalCells(AgencyDirectory directory) {
        this.directory = directory;
    }

    /** The agency by its name in the list of known agencies; the same name is looked up once per file. */
    Agency agency(String name, String parent) {
        return agencies.computeIfAbsent(
                name + '\n' + parent, key -> directory.agency(name, parent, AgencyType.UNKNOWN, "US"));
    }

    static String key(CsvTable.Cells row, String column) throws BadCell {
        String key = row.get(column).toUpperCase(Locale.ROOT);
        if (key.isEmpty()) {
            throw new BadCell(column, "The award number is missing. Without it the row cannot be told from others.");
        }
        return bounded(key, column);
    }

    static String bounded(String key, String column) throws BadCell {
        if (key.length() > MAX_KEY) {
            throw new BadCell(column, "The number is longer than " + MAX_KEY + " characters.");
        }
        return key;
    }

    static String modification(CsvTable.Cells row, String column) throws BadCell {
        String number = row.get(column).toUpperCase(Locale.ROOT);
        return number.isEmpty() ? "0" : bounded(number, column);
    }

    static String required(CsvTable.Cells row, String column, String what) throws BadCell {
        String cell = row.get(column);
        if (cell.isEmpty()) {
            throw new BadCell(column, what + " is missing.");
        }
        return cell;
    }

    static @Nullable Long money(CsvTable.Cells row, String column) throws BadCell {
        String cell = row.get(column);
        try {
            return cell.isEmpty() ? null : (Long) Money.minor(cell, USD);
        } catch (BadValue bad) {
            throw new BadCell(column, String.valueOf(bad.getMessage()));
        }
    }

    static @Nullable LocalDate date(CsvTable.Cells row, String column) throws BadCell {
        String cell = row.get(column);
        try {
            return cell.isEmpty() ? null : Dates.isoOrDayFirst(cell);
        } catch (BadValue bad) {
            throw new BadCell(column, String.valueOf(bad.getMessage()));
        }
    }

    static String supplier(String name) {
        return Suppliers.isFederalPerson(name) ? Suppliers.PERSON : Text.cut(name, DraftRules.MAX_SUPPLIER);
    }

    static String description(String cell) {
        return Text.cut(ContactData.removeFrom(cell), MAX_DESCRIPTION);
    }

    static @Nullable String shortText(String cell, int max) {
        return cell.isEmpty() ? null : Text.cut(cell, max);
    }

    static String country(String code) {
        return Countries.code(code).orElse(Countries.UNKNOWN);
    }
}
