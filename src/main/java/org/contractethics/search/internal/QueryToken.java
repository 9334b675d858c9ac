package org.contractethics.search.internal;

/** The pieces a typed query is cut into. */
sealed interface QueryToken {

    /** A piece that is looked up. */
    record Piece(Wanted.Leaf leaf) implements QueryToken {}

    /** The name of a field, which stands before what is looked up in it. */
    record Field(QueryField field) implements QueryToken {}

    /** What joins or groups pieces. */
    enum Sign implements QueryToken {
        OPEN("an opening parenthesis"),
        CLOSE("a closing parenthesis"),
        AND("AND"),
        OR("OR"),
        NOT("NOT"),
        PLUS("+");

        private final String label;

        Sign(String label) {
            this.label = label;
        }

        /** How a note names it. */
        String label() {
            return label;
        }
    }
}
