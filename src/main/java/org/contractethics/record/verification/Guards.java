package org.contractethics.record.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the guards that the database keeps over the record and over signed reports are in force and are those that the migrations made.
 * Whoever owns the tables has to switch one off or to make another of it before they can change anything by hand, and an alarm stays
 * until it is back.
 */
final class Guards {

    private static final String SCHEMAS = "('record'::regnamespace, 'report'::regnamespace)";

    /** What each guard is, hashed: a trigger with how it is switched, a constraint, and a function with all that it does. */
    private static final String DEFINED =
            """
            select 'trigger' as kind, n.nspname || '.' || c.relname as place, t.tgname as name,
                encode(sha256(convert_to(pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text, 'UTF8')), 'hex') as hash
            from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
            where n.oid in %1$s and not t.tgisinternal
            union all
            select 'constraint', n.nspname || '.' || c.relname, k.conname,
                encode(sha256(convert_to(pg_get_constraintdef(k.oid), 'UTF8')), 'hex')
            from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
            where n.oid in %1$s and k.contype in ('c', 'f', 'p', 'u')
            union all
            select 'function', n.nspname, p.proname || '(' || replace(pg_get_function_identity_arguments(p.oid), ' ', '_') || ')',
                encode(sha256(convert_to(concat_ws(E'\\n', l.lanname, format_type(p.prorettype, null), p.provolatile, p.proisstrict,
                    p.prosecdef, p.proconfig::text, p.prosrc), 'UTF8')), 'hex')
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
            where n.oid in %1$s
            union all
            select 'rule', n.nspname || '.' || c.relname, r.rulename, ''
            from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
            where n.oid in %1$s and c.relkind in ('r', 'p')
            union all
            select 'row filter', n.nspname || '.' || c.relname, 'row_level_security', ''
            from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.oid in %1$s and c.relrowsecurity"""
                    .formatted(SCHEMAS);

    /** Nobody but the owner may change what only grows, neither whole rows nor single columns. */
    private static final String GRANTED =
            """
            select coalesce(r.rolname, 'everybody') || ' may ' || lower(g.privilege_type) || ' ' || g.what as granted
            from (
                select a.grantee, a.privilege_type, c.relowner, n.nspname || '.' || c.relname as what
                from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) a
                where n.oid in %1$s and c.relkind in ('r', 'p')
                union all
                select a.grantee, a.privilege_type, c.relowner, n.nspname || '.' || c.relname || '.' || t.attname
                from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace
                    cross join lateral aclexplode(t.attacl) a
                where n.oid in %1$s and c.relkind in ('r', 'p')
            ) g left join pg_roles r on r.oid = g.grantee
            where g.grantee <> g.relowner and g.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER')
            order by 1"""
                    .formatted(SCHEMAS);

    private final JdbcClient jdbc;

    Guards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each guard that is not as it should be, and each right that others were given. */
    Stream<Found> found() {
        Map<Guard, String> there = new HashMap<>(defined());
        List<Found> found = new ArrayList<>();
        GuardList.expected().forEach((guard, hash) -> {
            String actual = there.remove(guard);
            if (!hash.equals(actual)) {
                found.add(guard.is(guard.off(actual != null)));
            }
        });
        // a function that nothing calls and a constraint that refuses more than ours do no harm
        there.keySet().stream()
                .filter(Guard::actsByItself)
                .sorted()
                .forEach(guard -> found.add(guard.is(guard.strange())));
        granted()
                .forEach(what -> found.add(new Found(
                        "right " + what, new Finding(null, "The rights in the database were changed: " + what + "."))));
        return found.stream();
    }

    /** What stands in the database, in the order of the list that the build keeps. */
    Map<Guard, String> defined() {
        Map<Guard, String> defined = new TreeMap<>();
        jdbc.sql(DEFINED).query(row -> {
            defined.put(
                    new Guard(row.getString("kind"), row.getString("place"), row.getString("name")),
                    row.getString("hash"));
        });
        return defined;
    }

    private List<String> granted() {
        return jdbc.sql(GRANTED).query(String.class).list();
    }
}
