package org.contractethics.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.contractethics.document.FileTexts.Ending;
import org.contractethics.document.extraction.UnreadableReason;
import org.junit.jupiter.api.Test;

/** What is said of a file that is no document is true of it: each reason has an ending of its own kind. */
class ReadingFilesTests {

    private static final Map<UnreadableReason, Ending> ENDINGS = new EnumMap<>(Map.of(
            UnreadableReason.ENCRYPTED, Ending.LOCKED,
            UnreadableReason.LOCKED, Ending.LOCKED,
            UnreadableReason.WRONG_PASSWORD, Ending.LOCKED,
            UnreadableReason.UNSUPPORTED_VERSION, Ending.UNSUPPORTED,
            UnreadableReason.DAMAGED, Ending.DAMAGED,
            UnreadableReason.NO_TEXT_LAYER, Ending.NO_TEXT,
            UnreadableReason.NO_TEXT, Ending.NO_TEXT,
            UnreadableReason.LIMIT_HIT, Ending.LIMIT_HIT,
            UnreadableReason.READER_STOPPED, Ending.READER_STOPPED,
            UnreadableReason.HOSTILE, Ending.HOSTILE));

    @Test
    void each_reason_why_there_is_no_text_has_its_ending() {
        Map<UnreadableReason, Ending> told = new EnumMap<>(UnreadableReason.class);
        for (UnreadableReason reason : UnreadableReason.values()) {
            told.put(reason, ReadingFiles.ending(reason));
        }

        assertThat(told).isEqualTo(ENDINGS);
    }

    @Test
    void each_ending_without_a_text_has_a_reason() {
        Set<Ending> unread = EnumSet.complementOf(EnumSet.of(Ending.READ));

        assertThat(ENDINGS.values()).containsAll(unread);
    }
}
