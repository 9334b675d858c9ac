package org.contractethics.concern.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.concern.internal.vault.FilerMarks;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who filed which concern, as marks that only somebody who comes with the name can be compared with, and from whom a concern is kept.
 * Nothing else of the application reads these tables.
 */
@Repository
class Reporters {

    private final JdbcClient jdbc;
    private final FilerMarks marks;

    Reporters(JdbcClient jdbc, FilerMarks marks) {
        this.jdbc = jdbc;
        this.marks = marks;
    }

    void add(ConcernId concern, String username) {
        jdbc.sql("insert into concern.reporter (concern, mark) values (:concern, :mark)")
                .param("concern", concern.value())
                .param("mark", marks.mark(concern, username))
                .update();
    }

    void exclude(ConcernId concern, Collection<String> officers) {
        for (String officer : Set.copyOf(officers)) {
            jdbc.sql("insert into concern.exclusion (concern, username) values (:concern, :username)")
                    .param("concern", concern.value())
                    .param("username", officer)
                    .update();
        }
    }

    /** The id of what this person files under a key of theirs. */
    ConcernId filedUnder(String key, String username) {
        return marks.filedUnder(key, username);
    }

    boolean isFiler(ConcernId concern, String username) {
        return marksOf(List.of(concern)).isOf(concern, username);
    }

    /** Every concern this person filed: the marks of all are compared, because none of them leads from the name to it. */
    List<ConcernId> filedBy(String username) {
        return jdbc.sql("select concern, mark from concern.reporter").query(this::marked).list().stream()
                .filter(marked -> marks.isOf(marked.mark(), marked.concern(), username))
                .map(Marked::concern)
                .toList();
    }

    /** By whom each of these concerns was filed, as far as that can be asked. */
    FiledBy marksOf(Collection<ConcernId> concerns) {
        Map<ConcernId, byte[]> found = jdbc
                .sql("select concern, mark from concern.reporter where concern = any(:concerns)")
                .param("concerns", ids(concerns))
                .query(this::marked)
                .list()
                .stream()
                .collect(Collectors.toMap(Marked::concern, Marked::mark));
        return (concern, username) -> found.containsKey(concern) && marks.isOf(found.get(concern), concern, username);
    }

    /** Concerns that are kept from this person by name. */
    Set<ConcernId> keptFrom(String username) {
        return jdbc
                .sql("select concern from concern.kept_from where username = :username")
                .param("username", username)
                .query(UUID.class)
                .list()
                .stream()
                .map(ConcernId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** From whom each is kept by name: excluded by its filer, or stepped back; concerns without such people are left out. */
    Map<ConcernId, Set<String>> keptFrom(Collection<ConcernId> concerns) {
        return jdbc
                .sql("select concern, username from concern.kept_from where concern = any(:concerns)")
                .param("concerns", ids(concerns))
                .query((row, number) ->
                        Map.entry(new ConcernId(row.getObject("concern", UUID.class)), row.getString("username")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /** Asks of a concern whether somebody filed it; nobody filed an anonymous one. */
    @FunctionalInterface
    interface FiledBy {

        boolean isOf(ConcernId concern, String username);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Marked(ConcernId concern, byte[] mark) {}

    private Marked marked(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Marked(new ConcernId(row.getObject("concern", UUID.class)), row.getBytes("mark"));
    }

    private static UUID[] ids(Collection<ConcernId> concerns) {
        return concerns.stream().map(ConcernId::value).toArray(UUID[]::new);
    }
}
