package org.contractethics.concern.internal.anonymous;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The salt of this installation: the same codes would give other keys elsewhere. Made once, with the tables. */
@Repository
class CodeSalt {

    private final @Nullable JdbcClient jdbc;
    private volatile byte @Nullable [] known;

    @Autowired
    CodeSalt(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CodeSalt(byte[] known) {
        this.jdbc = null;
        this.known = known;
    }

    byte[] bytes() {
        byte[] salt = known;
        if (salt == null) {
            salt = Objects.requireNonNull(jdbc)
                    .sql("select salt from concern.code_salt")
                    .query(byte[].class)
                    .single();
            known = salt;
        }
        return salt;
    }
}
