package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts under a heading: label, words and, where there is one, a link. */
public record Statement(String title, List<Line> lines) {

    private static final int LONG = 15;

    /** @param link path inside the application; null where the words stand alone */
    public record Line(String label, String text, @Nullable String link) {}

    /** Whether it is folded where it stands beside a form. Public because the template asks. */
    public boolean isLong() {
        return lines.size() > LONG;
    }

    static Builder titled(String title) {
        return new Builder(title);
    }

    static final class Builder {

        private final String title;
        private final List<Line> lines = new ArrayList<>();

        private Builder(String title) {
            this.title = title;
        }

        Builder line(String label, @Nullable Object text) {
            return line(label, text, null);
        }

        /** Leaves the line out where there is nothing to say. */
        Builder line(String label, @Nullable Object text, @Nullable String link) {
            if (text != null && !text.toString().isBlank()) {
                lines.add(new Line(label, text.toString(), link));
            }
            return this;
        }

        Builder lines(String label, List<String> texts) {
            texts.forEach(text -> line(label, text));
            return this;
        }

        Statement build() {
            return new Statement(title, List.copyOf(lines));
        }
    }
}
