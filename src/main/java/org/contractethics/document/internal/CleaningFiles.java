package org.contractethics.document.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.contractethics.document.isolation.CleaningRoom;
import org.contractethics.shared.CleanCopies;
import org.springframework.stereotype.Component;

/** Rebuilds what others than account owners send; nothing of it becomes a document. */
@Component
class CleaningFiles implements CleanCopies, AutoCloseable {

    private final CleaningRoom room;

    CleaningFiles(ReadingSettings settings) throws IOException {
        this.room = new CleaningRoom(settings.limits(null));
    }

    @Override
    public Cleaned of(byte[] original) {
        try {
            return room.clean(original);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Cleaned.without(Outcome.GIVEN_UP);
        }
    }

    @Override
    public void close() {
        room.close();
    }
}
