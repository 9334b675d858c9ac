package org.contractethics.document.isolation;

import java.nio.file.Path;
import java.time.Duration;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Recognition;
import org.contractethics.document.extraction.UnreadableReason;
import org.jspecify.annotations.Nullable;

/** What the application and a reading process say to each other. */
sealed interface Message {

    /**
     * From the application: read this file.
     *
     * @param scratch takes the files found inside it
     */
    record Order(Path file, Path scratch, @Nullable String password, Duration time, @Nullable Recognition recognition)
            implements Message {

        Order withoutRecognition() {
            return new Order(file, scratch, password, time, null);
        }

        /** Without the password: an order may stand in the message of an exception. */
        @Override
        public String toString() {
            return "Order[" + file.getFileName() + "]";
        }
    }

    /** From the process; exactly one of the three is there. The last message about a file holds a text or a reason. */
    record Answer(@Nullable Progress progress, Reading.@Nullable Text text, @Nullable UnreadableReason unreadable)
            implements Message {

        static Answer at(Progress progress) {
            return new Answer(progress, null, null);
        }

        static Answer of(Reading reading) {
            return reading instanceof Reading.Text text
                    ? new Answer(null, text, null)
                    : new Answer(null, null, ((Reading.Unreadable) reading).reason());
        }
    }
}
