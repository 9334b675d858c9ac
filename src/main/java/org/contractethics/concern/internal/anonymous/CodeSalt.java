package org.contractethics.concern.internal.anonymous;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The salt of this installation: the same codes would give other keys elsewhere. Made once, by the first to need it. */
@Repository
class CodeSalt {

    private final JdbcClient jdbc;
    private volatile byte[] known = new byte[0];

    CodeSalt(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    byte[] bytes() {
        if (known.length == 0) {
            known = jdbc.sql("select salt from concern.code_salt").query(byte[].class).single();
        }
        return known;
    }
}
