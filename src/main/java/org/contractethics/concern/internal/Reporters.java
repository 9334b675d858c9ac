package org.contractethics.concern.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who filed which concern, and whom they do not want to handle it. Nothing else of the application reads these tables. */
@Repository
class Reporters {

    private final JdbcClient jdbc;

    Reporters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ConcernId concern, String username, Collection<String> excluded) {
        jdbc.sql("insert into concern.reporter (concern, username) values (:concern, :username)")
                .param("concern", concern.value())
                .param("username", username)
                .update();
        for (String officer : Set.copyOf(excluded)) {
            jdbc.sql("insert into concern.exclusion (concern, username) values (:concern, :username)")
                    .param("concern", concern.value())
                    .param("username", officer)
                    .update();
        }
    }

    boolean isFiler(ConcernId concern, String username) {
        return username.equals(filerOf(concern));
    }

    String filerOf(ConcernId concern) {
        return jdbc.sql("select username from concern.reporter where concern = :concern")
                .param("concern", concern.value())
                .query(String.class)
                .single();
    }

    /** Concerns whose filer does not want this person to handle them. */
    Set<ConcernId> excluding(String username) {
        return jdbc
                .sql("select concern from concern.exclusion where username = :username")
                .param("username", username)
                .query(UUID.class)
                .list()
                .stream()
                .map(ConcernId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who filed each of these concerns. */
    Map<ConcernId, String> filersOf(Collection<ConcernId> concerns) {
        return named("select concern, username from concern.reporter where concern = any(:concerns)", concerns).stream()
                .collect(Collectors.toMap(Named::concern, Named::username));
    }

    /** Whom the filer of each does not want to handle it; concerns without such people are left out. */
    Map<ConcernId, Set<String>> excludedFrom(Collection<ConcernId> concerns) {
        return named("select concern, username from concern.exclusion where concern = any(:concerns)", concerns)
                .stream()
                .collect(
                        Collectors.groupingBy(Named::concern, Collectors.mapping(Named::username, Collectors.toSet())));
    }

    private record Named(ConcernId concern, String username) {}

    private List<Named> named(String sql, Collection<ConcernId> concerns) {
        return jdbc.sql(sql)
                .param("concerns", concerns.stream().map(ConcernId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        new Named(new ConcernId(row.getObject("concern", UUID.class)), row.getString("username")))
                .list();
    }
}
