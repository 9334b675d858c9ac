package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.events.core.EventPublicationRepository;

class UnmarkedBeginningsTests {

    private final List<String> written = new ArrayList<>();

    @Test
    void a_delivery_is_marked_when_it_ended_or_failed_and_not_when_it_begins() {
        EventPublicationRepository publications = (EventPublicationRepository)
                new UnmarkedBeginnings().postProcessAfterInitialization(recording(), "publications");

        publications.markProcessing(UUID.randomUUID());
        publications.markFailed(UUID.randomUUID());
        publications.markCompleted(UUID.randomUUID(), Instant.EPOCH);

        assertThat(written).containsExactly("markFailed", "markCompleted");
    }

    @Test
    void other_beans_stay_as_they_are() {
        Object other = new Object();

        assertThat(new UnmarkedBeginnings().postProcessAfterInitialization(other, "other"))
                .isSameAs(other);
    }

    private EventPublicationRepository recording() {
        return (EventPublicationRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EventPublicationRepository.class},
                (self, method, arguments) -> written.add(method.getName()) ? null : self);
    }
}
