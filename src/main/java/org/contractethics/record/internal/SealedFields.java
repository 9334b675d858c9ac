package org.contractethics.record.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What entries commit to, with what it takes to check that. For those who may read these entries. */
@Repository
public class SealedFields {

    private final JdbcClient jdbc;

    SealedFields(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param field JSON pointer into the body (RFC 6901)
     * @param nonce 32 bytes in Base64
     */
    public record Opened(String field, String nonce, String value) {}

    /** By number of the entry; what was erased is not there. */
    public Map<Long, List<Opened>> of(Collection<Long> entries) {
        Map<Long, List<Opened>> opened = new HashMap<>();
        if (!entries.isEmpty()) {
            jdbc.sql("select n, field, nonce, value from record.sealed where n in (:entries) order by n, field")
                    .param("entries", entries)
                    .query(row -> {
                        opened.computeIfAbsent(row.getLong("n"), n -> new ArrayList<>())
                                .add(new Opened(
                                        row.getString("field"),
                                        Base64.getEncoder().encodeToString(row.getBytes("nonce")),
                                        new String(row.getBytes("value"), StandardCharsets.UTF_8)));
                    });
        }
        return opened;
    }

    /** As lines of an export: number, nonce and value in Base64, and the field, which may hold spaces. */
    public String lines(Collection<Long> entries) {
        StringBuilder lines = new StringBuilder();
        Map<Long, List<Opened>> opened = of(entries);
        for (Long entry : entries) {
            for (Opened one : opened.getOrDefault(entry, List.of())) {
                byte[] value = one.value().getBytes(StandardCharsets.UTF_8);
                lines.append(entry).append(' ').append(one.nonce()).append(' ');
                lines.append(Base64.getEncoder().encodeToString(value)).append(' ');
                lines.append(one.field()).append('\n');
            }
        }
        return lines.toString();
    }
}
