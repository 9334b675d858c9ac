package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@IntegrationTest
class SessionsAtOnceIT {

    private static final String WORD = "word-for-the-next-page";

    private final SessionRepository<? extends Session> sessions;

    @Autowired
    SessionsAtOnceIT(SessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    @Test
    void two_requests_at_once_leave_the_same_attribute_and_neither_fails() {
        assertThat(leftByTwo(sessions)).isEqualTo("second");
    }

    private static <S extends Session> String leftByTwo(SessionRepository<S> sessions) {
        S begun = sessions.createSession();
        sessions.save(begun);
        S first = found(sessions, begun.getId());
        S second = found(sessions, begun.getId());

        first.setAttribute(WORD, "first");
        sessions.save(first);
        second.setAttribute(WORD, "second");
        sessions.save(second);

        return String.valueOf(found(sessions, begun.getId()).<String>getAttribute(WORD));
    }

    private static <S extends Session> S found(SessionRepository<S> sessions, String id) {
        return Objects.requireNonNull(sessions.findById(id));
    }
}
