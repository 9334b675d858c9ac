package org.contractethics.search.internal;

import java.util.List;
import java.util.stream.Collectors;

/** What a typed query asks for, as a tree. Its text can be typed again and means the same. */
sealed interface Wanted {

    /** How it reads with every operator spelled out. */
    String text();

    /** A piece that is looked up as it stands. */
    sealed interface Leaf extends Wanted {
        String words();
    }

    /** Words in any order, all of them. */
    record Words(String words) implements Leaf {
        @Override
        public String text() {
            return words;
        }
    }

    /** @param apart how many other words may stand between or how far words may be moved; 0 for the exact phrase */
    record Phrase(String words, int apart) implements Leaf {
        @Override
        public String text() {
            return "\"" + words + "\"" + (apart == 0 ? "" : "~" + apart);
        }
    }

    /** @param edits letters that may differ; 0 lets the length of the word decide */
    record Fuzzy(String words, int edits) implements Leaf {
        @Override
        public String text() {
            return words + "~" + (edits == 0 ? "" : edits);
        }
    }

    /** Every word that begins so. */
    record Beginning(String words) implements Leaf {
        @Override
        public String text() {
            return words + "*";
        }
    }

    /** What stands in one field instead of in the clause. */
    record InField(QueryField field, Wanted wanted) implements Wanted {
        @Override
        public String text() {
            return field.typed() + ":" + inner(wanted);
        }
    }

    record AllOf(List<Wanted> parts) implements Wanted {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return parts.stream()
                    .map(part -> part instanceof AnyOf ? "(" + part.text() + ")" : part.text())
                    .collect(Collectors.joining(" AND "));
        }
    }

    record AnyOf(List<Wanted> parts) implements Wanted {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return parts.stream().map(Wanted::text).collect(Collectors.joining(" OR "));
        }
    }

    record Not(Wanted unwanted) implements Wanted {
        @Override
        public String text() {
            return "NOT " + inner(unwanted);
        }
    }

    private static String inner(Wanted wanted) {
        boolean several = wanted instanceof AllOf
                || wanted instanceof AnyOf
                || (wanted instanceof Words words && words.words().indexOf(' ') >= 0);
        return several ? "(" + wanted.text() + ")" : wanted.text();
    }
}
