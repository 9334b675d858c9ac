package org.contractethics.record.verification;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the guards that the database keeps over the record are in force. Whoever owns the tables has to switch one off before they can
 * change anything by hand, and an alarm stays until it is back.
 */
final class Guards {

    private static final List<String> TRIGGERS = List.of(
            "access_entry access_entry_never_changes",
            "access_entry access_takes_its_number",
            "access_person access_person_goes_by_erasure_only",
            "access_person access_person_is_the_one_committed_to",
            "access_person access_person_never_changes",
            "checkpoint checkpoint_follows_the_last",
            "checkpoint checkpoint_never_changes",
            "checkpoint_timestamp checkpoint_timestamp_never_changes",
            "contradiction contradiction_never_changes",
            "cosignature cosignature_never_changes",
            "entry entry_moves_the_head",
            "entry entry_never_changes",
            "erased_access erased_access_never_changes",
            "erased_field erased_field_never_changes",
            "erasure erasure_goes_step_by_step",
            "erasure erasure_stays",
            "head head_never_goes",
            "head head_only_moves_forward",
            "mac_start mac_start_never_changes",
            "sealed sealed_goes_by_erasure_only",
            "sealed sealed_never_changes");

    private static final List<String> CONSTRAINTS = List.of(
            "access_entry access_entry_commits_to_its_reader",
            "entry entry_has_a_mac",
            "entry entry_leaf_is_the_hash_of_the_body");

    private final JdbcClient jdbc;

    Guards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is not guarded; null where everything is. */
    @Nullable
    Finding finding() {
        return trigger()
                .or(this::constraint)
                .or(this::grant)
                .map(what -> new Finding(null, what))
                .orElse(null);
    }

    private Optional<String> trigger() {
        return first(
                        """
                        select expected from unnest(:names::text[]) expected where not exists (
                            select from pg_trigger t join pg_class c on c.oid = t.tgrelid
                            where c.relnamespace = 'record'::regnamespace and t.tgenabled = 'A'
                                and c.relname || ' ' || t.tgname = expected)
                        order by expected limit 1""",
                        TRIGGERS)
                .map(Guards::switchedOff);
    }

    private Optional<String> constraint() {
        return first(
                        """
                        select expected from unnest(:names::text[]) expected where not exists (
                            select from pg_constraint k join pg_class c on c.oid = k.conrelid
                            where c.relnamespace = 'record'::regnamespace and c.relname || ' ' || k.conname = expected)
                        order by expected limit 1""",
                        CONSTRAINTS)
                .map(Guards::switchedOff);
    }

    /** Nobody but the owner may change what only grows. */
    private Optional<String> grant() {
        return jdbc.sql(
                        """
                        select coalesce(r.rolname, 'everybody') || ' may ' || lower(a.privilege_type) || ' record.' || c.relname
                        from pg_class c cross join lateral aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
                        where c.relnamespace = 'record'::regnamespace and c.relkind = 'r' and a.grantee <> c.relowner
                            and a.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER')
                        order by 1 limit 1""")
                .query(String.class)
                .optional()
                .map(what -> "The rights in the database were changed: " + what + ".");
    }

    private Optional<String> first(String sql, List<String> names) {
        return jdbc.sql(sql)
                .param("names", names.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    private static String switchedOff(String guard) {
        String[] words = guard.split(" ", -1);
        return "The guard " + words[1] + " of record." + words[0]
                + " is switched off: somebody with the rights of the owner works on the database by hand.";
    }
}
