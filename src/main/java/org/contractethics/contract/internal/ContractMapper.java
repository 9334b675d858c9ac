package org.contractethics.contract.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.Contract.ContractValue;
import org.contractethics.contract.Contract.Identifiers;
import org.contractethics.contract.Contract.Period;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** Reads a contract from a row of {@link #SELECT}. */
final class ContractMapper {

    static final String SELECT =
            """
            select c.id, c.number, c.version, c.title, c.description,
                   c.awarding_name, c.awarding_parent, c.awarding_type, c.awarding_country,
                   c.funding_name, c.funding_parent, c.funding_type, c.funding_country,
                   c.supplier, c.supplier_parent, c.resellers, c.end_users, c.capabilities, c.data_kinds, c.countries,
                   c.obligated_minor, c.ceiling_minor, c.currency, c.period_start, c.period_end, c.award_year,
                   c.secrecy, c.piid, c.parent_piid, c.ocid, c.source, c.source_as_of, c.imported_by, c.submitter,
                   c.state, c.tier, c.outcome, c.registered_at, c.changed_at, c.changed_by
            from contract.contract c
            """;

    private ContractMapper() {}

    static RegisterEntry map(ResultSet row, int index) throws SQLException {
        return new RegisterEntry(
                contract(row),
                row.getObject("award_year", Integer.class),
                instant(row, "source_as_of"),
                row.getString("imported_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }

    private static Contract contract(ResultSet row) throws SQLException {
        return new Contract(
                new ContractId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                RegisterEntry.reference(row.getLong("number")),
                row.getString("title"),
                row.getString("description"),
                agency(row, "awarding"),
                row.getString("funding_name") == null ? null : agency(row, "funding"),
                row.getString("supplier"),
                row.getString("supplier_parent"),
                texts(row, "resellers"),
                texts(row, "end_users"),
                codes(row, "capabilities"),
                codes(row, "data_kinds"),
                codes(row, "countries"),
                new ContractValue(
                        row.getObject("obligated_minor", Long.class),
                        row.getObject("ceiling_minor", Long.class),
                        row.getString("currency")),
                new Period(
                        row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class)),
                Secrecy.valueOf(row.getString("secrecy")),
                new Identifiers(row.getString("piid"), row.getString("parent_piid"), row.getString("ocid")),
                row.getString("source"),
                row.getString("submitter"),
                ContractState.valueOf(row.getString("state")),
                row.getString("tier"),
                row.getString("outcome"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant());
    }

    private static Agency agency(ResultSet row, String prefix) throws SQLException {
        return new Agency(
                row.getString(prefix + "_name"),
                row.getString(prefix + "_parent"),
                AgencyType.valueOf(row.getString(prefix + "_type")),
                row.getString(prefix + "_country"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Set<String> codes(ResultSet row, String column) throws SQLException {
        return Collections.unmodifiableSet(new TreeSet<>(texts(row, column)));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
