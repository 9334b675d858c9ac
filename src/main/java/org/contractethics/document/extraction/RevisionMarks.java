package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the tracked changes of one paragraph while its words are written. */
final class RevisionMarks {

    private final List<Written> written = new ArrayList<>();

    /** One change; its offsets count in the live words as they were written. */
    private static final class Written {
        private final Revision revision;
        private final int start;
        private int end;
        private final StringBuilder words = new StringBuilder();

        Written(Revision revision, int start) {
            this.revision = revision;
            this.start = start;
            this.end = start;
        }
    }

    /** @param at how many live characters came before these words */
    void add(Revision revision, int at, String words) {
        Written last = last(revision, at);
        if (last == null) {
            last = new Written(revision, at);
            written.add(last);
        }
        last.words.append(words);
        last.end = revision.deletes() ? at : at + words.length();
    }

    private @Nullable Written last(Revision revision, int at) {
        Written last = written.isEmpty() ? null : written.get(written.size() - 1);
        return last != null && last.revision.equals(revision) && last.end == at ? last : null;
    }

    List<RevisionMark> marks(String live) {
        List<RevisionMark> marks = new ArrayList<>();
        for (Written one : written) {
            String words = CleanText.of(one.words.toString());
            if (!words.isEmpty()) {
                int start = RevisionMark.ink(live.substring(0, one.start));
                int end = one.revision.deletes() ? start : RevisionMark.ink(live.substring(0, one.end));
                marks.add(new RevisionMark(one.revision, start, end, words));
            }
        }
        return marks;
    }
}
