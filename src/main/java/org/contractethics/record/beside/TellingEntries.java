package org.contractethics.record.beside;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.shared.KeptTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what entries of some kinds tell, all of them by one statement. */
@Repository
class TellingEntries {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FACTS = "/facts/";

    private static final String ENTRIES =
            """
            select e.n, e.kind, coalesce(e.contract::text, 'none') as contract, e.actor, e.occurred_at, e.body, s.field, s.value
            from record.entry e left join record.sealed s on s.n = e.n and s.field = any(:fields)
            where e.kind = any(:kinds) order by e.n""";

    private final JdbcClient jdbc;

    TellingEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param opened facts whose sealed values are wanted; {@link KeptTables#ACTOR} may be one of them */
    List<Told> of(Collection<String> kinds, Collection<String> opened) {
        String[] fields = opened.stream().map(TellingEntries::pointer).toArray(String[]::new);
        List<Told> told = new ArrayList<>();
        jdbc.sql(ENTRIES)
                .param("kinds", kinds.toArray(String[]::new))
                .param("fields", fields)
                .query(row -> {
                    add(row, told);
                });
        return told;
    }

    private static String pointer(String fact) {
        return fact.startsWith("/") ? fact : FACTS + fact;
    }

    /** An entry comes once for each value that is opened, or once where there is none. */
    private static void add(ResultSet row, List<Told> told) throws SQLException {
        Told last = told.isEmpty() ? null : told.get(told.size() - 1);
        if (last == null || last.index() != row.getLong("n")) {
            last = entry(row);
            told.add(last);
        }
        String field = row.getString("field");
        if (field != null) {
            String name = field.startsWith(FACTS) ? field.substring(FACTS.length()) : field;
            last.facts().put(name, new String(row.getBytes("value"), StandardCharsets.UTF_8));
        }
    }

    private static Told entry(ResultSet row) throws SQLException {
        Map<String, String> facts = new HashMap<>();
        for (Map.Entry<String, JsonNode> fact : facts(row.getBytes("body")).properties()) {
            plain(fact.getValue()).ifPresent(value -> facts.put(fact.getKey(), value));
        }
        facts.put(KeptTables.ACTOR, row.getString("actor"));
        return new Told(
                row.getLong("n"),
                row.getString("kind"),
                row.getString("contract"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                facts);
    }

    /** A body that was tampered with may be no JSON any more; whoever verifies the entries names it. */
    private static JsonNode facts(byte[] body) {
        try {
            return JSON.readTree(body).path("facts");
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static boolean isFlat(JsonNode member) {
        return member.isValueNode()
                || (member.isObject() && member.values().stream().allMatch(JsonNode::isValueNode));
    }

    /** The values of a map in the order of their names, as the body has them. */
    private static String member(JsonNode member) {
        return member.isObject()
                ? member.values().stream().map(value -> value.asString("")).collect(Collectors.joining(" "))
                : member.asString("");
    }

    private static Optional<String> plain(JsonNode value) {
        if (value.isValueNode()) {
            return Optional.of(value.asString(""));
        }
        if (!value.isArray() || !value.values().stream().allMatch(TellingEntries::isFlat)) {
            return Optional.empty();
        }
        Stream<String> members = value.values().stream().map(TellingEntries::member);
        boolean maps = value.values().stream().anyMatch(JsonNode::isObject);
        return Optional.of((maps ? members.sorted() : members).collect(Collectors.joining(",")));
    }
}
