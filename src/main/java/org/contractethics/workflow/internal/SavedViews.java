package org.contractethics.workflow.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The saved views of each person. Somebody else's is not there, whoever asks. */
@Service
public class SavedViews {

    public static final int LONGEST_NAME = 80;
    private static final int MOST = 50;
    private static final String SELECT = "select id, name, address, is_default from workflow.saved_view ";

    private final JdbcClient database;
    private final Clock clock;

    SavedViews(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** By name. */
    public List<SavedView> of(Actor owner) {
        return database.sql(SELECT + "where owner = :owner order by lower(name)")
                .param("owner", owner.username())
                .query(SavedView.class)
                .list();
    }

    public Optional<SavedView> find(UUID id, Actor owner) {
        return database.sql(SELECT + "where owner = :owner and id = :id")
                .param("owner", owner.username())
                .param("id", id)
                .query(SavedView.class)
                .optional();
    }

    /** Like {@link #find}, but what is not this person's is refused with 404. */
    public SavedView get(UUID id, Actor owner) {
        return find(id, owner).orElseThrow(SavedViews::missing);
    }

    /** The view the inbox opens with; empty where the person chose none. */
    public Optional<SavedView> defaultOf(Actor owner) {
        return database.sql(SELECT + "where owner = :owner and is_default")
                .param("owner", owner.username())
                .query(SavedView.class)
                .optional();
    }

    /** Refuses a name that is missing, too long or in use. */
    @Transactional
    public UUID save(String name, String address, Actor owner) {
        if (of(owner).size() >= MOST) {
            throw Refused.invalid("You have " + MOST + " saved views, which is the most. Delete one first.");
        }
        UUID id = UUID.randomUUID();
        String valid = free(name, null, owner);
        naming(() -> database.sql(
                        """
                        insert into workflow.saved_view (id, owner, name, address, created_at)
                        values (:id, :owner, :name, :address, :now)
                        """)
                .param("id", id)
                .param("owner", owner.username())
                .param("name", valid)
                .param("address", address)
                .param("now", Timestamp.from(clock.instant()))
                .update());
        return id;
    }

    @Transactional
    public void rename(UUID id, String name, Actor owner) {
        get(id, owner);
        String valid = free(name, id, owner);
        demandOne(naming(
                () -> database.sql("update workflow.saved_view set name = :name where id = :id and owner = :owner")
                        .param("name", valid)
                        .param("id", id)
                        .param("owner", owner.username())
                        .update()));
    }

    /** Makes it the view the inbox opens with, or takes that away. */
    @Transactional
    public void makeDefault(UUID id, boolean chosen, Actor owner) {
        get(id, owner);
        database.sql("update workflow.saved_view set is_default = false where owner = :owner and is_default")
                .param("owner", owner.username())
                .update();
        if (chosen) {
            demandOne(database.sql("update workflow.saved_view set is_default = true where id = :id and owner = :owner")
                    .param("id", id)
                    .param("owner", owner.username())
                    .update());
        }
    }

    @Transactional
    public void delete(UUID id, Actor owner) {
        demandOne(database.sql("delete from workflow.saved_view where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner.username())
                .update());
    }

    private interface Statement {
        int run();
    }

    private static int naming(Statement statement) {
        try {
            return statement.run();
        } catch (DuplicateKeyException atOnce) {
            throw inUse();
        }
    }

    private String free(String name, @Nullable UUID renamed, Actor owner) {
        String valid = valid(name);
        if (of(owner).stream()
                .anyMatch(view ->
                        view.name().equalsIgnoreCase(valid) && !view.id().equals(renamed))) {
            throw inUse();
        }
        return valid;
    }

    private static Refused inUse() {
        return named("You have a saved view of this name already. Choose another name.");
    }

    private static String valid(String name) {
        String given = name.strip().replaceAll("\\s+", " ");
        if (given.isEmpty() || given.chars().anyMatch(Character::isISOControl)) {
            throw named("Enter a name for the view.");
        }
        if (given.length() > LONGEST_NAME) {
            throw named("The name is longer than " + LONGEST_NAME + " characters.");
        }
        return given;
    }

    private static Refused named(String problem) {
        return Refused.invalid(List.of(new FormProblem("name", problem)));
    }

    private static void demandOne(int changed) {
        if (changed != 1) {
            throw missing();
        }
    }

    private static Refused missing() {
        return Refused.notFound("You have no such saved view.");
    }
}
