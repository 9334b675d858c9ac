package org.contractethics.search.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.search.internal.SavedSearch.Alert;
import org.contractethics.search.internal.SavedSearch.Share;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Saved searches and their shares in the database. */
@Component
class SavedSearchStore {

    private static final String SELECT = "select id, owner, name, query, alert from search.saved_search s ";
    private static final String SHARED =
            """
            exists (select 1 from search.saved_search_share h
                    where h.search = s.id and (h.username = :username or h.role = any(:roles)))""";

    private final JdbcClient jdbc;
    private final GivingTurns turns;

    SavedSearchStore(JdbcClient jdbc, GivingTurns turns) {
        this.jdbc = jdbc;
        this.turns = turns;
    }

    List<SavedSearch> of(String owner) {
        return jdbc
                .sql(SELECT + "where owner = :owner order by lower(name)")
                .param("owner", owner)
                .query(SavedSearchStore::bare)
                .list()
                .stream()
                .map(this::withShares)
                .toList();
    }

    List<SavedSearch> sharedWith(Actor viewer) {
        return jdbc.sql(SELECT + "where owner <> :username and " + SHARED + " order by lower(name) limit 200")
                .param("username", viewer.username())
                .param("roles", roles(viewer))
                .query(SavedSearchStore::bare)
                .list();
    }

    boolean isSharedWith(UUID id, Actor viewer) {
        return jdbc.sql("select exists (select 1 from search.saved_search s where id = :id and " + SHARED + ")")
                .param("id", id)
                .param("username", viewer.username())
                .param("roles", roles(viewer))
                .query(Boolean.class)
                .single();
    }

    Optional<SavedSearch> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(SavedSearchStore::bare)
                .optional();
    }

    void add(SavedSearch search, Timestamp now) {
        jdbc.sql(
                        """
                insert into search.saved_search (id, owner, name, query, created_at)
                values (:id, :owner, :name, :query, :now)""")
                .param("id", search.id())
                .param("owner", search.owner())
                .param("name", search.name())
                .param("query", search.query())
                .param("now", now)
                .update();
    }

    /** An alert that is switched on begins behind everything that is in the index; one that is on goes on. */
    void alert(UUID id, Alert wanted) {
        turns.give();
        jdbc.sql(
                        """
                update search.saved_search set alert = :alert,
                    seen_turn = case when alert = 'ON' then seen_turn else %s end
                where id = :id"""
                                .formatted(GivingTurns.LAST))
                .param("alert", wanted.name())
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from search.saved_search where id = :id")
                .param("id", id)
                .update();
    }

    void share(UUID id, Share share) {
        jdbc.sql(
                        """
                insert into search.saved_search_share (id, search, role, username) values (:id, :search, :role, :username)
                on conflict do nothing""")
                .param("id", share.id())
                .param("search", id)
                .param("role", share.role() == null ? null : share.role().name())
                .param("username", share.username())
                .update();
    }

    void unshare(UUID id, UUID share) {
        jdbc.sql("delete from search.saved_search_share where id = :share and search = :id")
                .param("share", share)
                .param("id", id)
                .update();
    }

    private SavedSearch withShares(SavedSearch bare) {
        List<Share> shares = jdbc.sql(
                        "select id, role, username from search.saved_search_share where search = :id order by role, username")
                .param("id", bare.id())
                .query((row, n) -> share(row))
                .list();
        return new SavedSearch(bare.id(), bare.owner(), bare.name(), bare.query(), bare.alert(), shares);
    }

    private static Share share(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return new Share(
                row.getObject("id", UUID.class), role == null ? null : Role.valueOf(role), row.getString("username"));
    }

    private static SavedSearch bare(ResultSet row, int n) throws SQLException {
        return new SavedSearch(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("name"),
                row.getString("query"),
                Alert.valueOf(row.getString("alert")),
                List.of());
    }

    private static String[] roles(Actor viewer) {
        return viewer.roles().stream().map(Role::name).toArray(String[]::new);
    }
}
