package org.contractethics.concern.internal;

import java.util.Collection;
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

    Set<String> excluded(ConcernId concern) {
        return Set.copyOf(jdbc.sql("select username from concern.exclusion where concern = :concern")
                .param("concern", concern.value())
                .query(String.class)
                .list());
    }
}
