package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.contractethics.search.internal.QueryToken.Field;
import org.contractethics.search.internal.QueryToken.Piece;
import org.contractethics.search.internal.QueryToken.Sign;
import org.contractethics.search.internal.Wanted.Leaf;
import org.jspecify.annotations.Nullable;

/** Builds the tree of a typed query: NOT binds before AND, AND before OR; pieces side by side are all wanted. Never fails. */
final class QueryReader {

    private static final int DEEPEST = 8;

    private final List<QueryToken> tokens;
    private final Consumer<String> notes;
    private int at;
    private int depth;

    private QueryReader(List<QueryToken> tokens, Consumer<String> notes) {
        this.tokens = tokens;
        this.notes = notes;
    }

    /** @return null where nothing is asked for */
    static @Nullable Wanted read(List<QueryToken> tokens, Consumer<String> notes) {
        var reader = new QueryReader(tokens, notes);
        var parts = new ArrayList<Wanted>();
        while (reader.at < tokens.size()) {
            add(parts, reader.either());
            if (reader.is(Sign.CLOSE)) {
                notes.accept("A closing parenthesis has no partner and is left out.");
                reader.at++;
            }
        }
        return all(parts);
    }

    private @Nullable Wanted either() {
        var choices = new ArrayList<Wanted>();
        boolean joined = false;
        do {
            if (joined) {
                at++;
            }
            int before = choices.size();
            add(choices, every());
            boolean missing = choices.size() == before;
            joined = is(Sign.OR);
            if (missing && (joined || before > 0)) {
                joinsNothing(Sign.OR);
            }
        } while (joined);
        return choices.isEmpty() ? null : choices.size() == 1 ? choices.get(0) : new Wanted.AnyOf(choices);
    }

    private @Nullable Wanted every() {
        var parts = new ArrayList<Wanted>();
        boolean joinable = false;
        while (at < tokens.size() && !is(Sign.OR) && !is(Sign.CLOSE)) {
            if (is(Sign.AND)) {
                at++;
                if (parts.isEmpty() || atEnd() || is(Sign.AND)) {
                    joinsNothing(Sign.AND);
                }
                joinable = false;
                continue;
            }
            boolean bare = tokens.get(at) instanceof Piece;
            Wanted next = one();
            if (bare && joinable && next instanceof Wanted.Words more && last(parts) instanceof Wanted.Words words) {
                parts.set(parts.size() - 1, new Wanted.Words(words.words() + " " + more.words()));
            } else {
                add(parts, next);
            }
            joinable = bare;
        }
        return all(parts);
    }

    private @Nullable Wanted one() {
        QueryToken token = tokens.get(at++);
        if (token instanceof Piece piece) {
            return piece.leaf();
        }
        if (token instanceof Field field) {
            return inField(field.field());
        }
        if (token == Sign.OPEN) {
            return group();
        }
        boolean not = token == Sign.NOT;
        if (atEnd() || is(Sign.AND)) {
            joinsNothing((Sign) token);
            return null;
        }
        Wanted about = deeper(this::one);
        return about == null || !not
                ? about
                : about instanceof Wanted.Not twice ? twice.unwanted() : new Wanted.Not(about);
    }

    private @Nullable Wanted inField(QueryField field) {
        Wanted value = atEnd() || !startsValue() ? null : deeper(this::one);
        if (value == null) {
            notes.accept("“%s:” is left out: nothing to look for follows.".formatted(field.typed()));
            return null;
        }
        if (!fits(field, value)) {
            notes.accept("“%s” is read as words: the field %s takes %s."
                    .formatted(value.text(), field.typed(), field.meaning()));
            return value;
        }
        return new Wanted.InField(field, value);
    }

    private boolean startsValue() {
        QueryToken next = tokens.get(at);
        return next instanceof Piece || next == Sign.OPEN;
    }

    private static boolean fits(QueryField field, Wanted value) {
        if (value instanceof Leaf leaf) {
            return field.takes(leaf);
        }
        if (value instanceof Wanted.AllOf all) {
            return all.parts().stream().allMatch(part -> fits(field, part));
        }
        if (value instanceof Wanted.AnyOf any) {
            return any.parts().stream().allMatch(part -> fits(field, part));
        }
        return value instanceof Wanted.Not not && fits(field, not.unwanted());
    }

    private @Nullable Wanted group() {
        Wanted inside = deeper(this::either);
        if (is(Sign.CLOSE)) {
            at++;
        } else {
            notes.accept("An opening parenthesis has no partner; the group ends with the query.");
        }
        return inside;
    }

    private interface Step {
        @Nullable
        Wanted read();
    }

    /** Deeper groups than anybody reads are dropped whole: the cluster must not be asked to nest without end. */
    private @Nullable Wanted deeper(Step step) {
        if (depth >= DEEPEST) {
            notes.accept("Groups are read to a depth of " + DEEPEST + "; what lies deeper is left out.");
            skipGroup();
            return null;
        }
        depth++;
        try {
            return step.read();
        } finally {
            depth--;
        }
    }

    private void skipGroup() {
        int open = 0;
        while (at < tokens.size() && !(open == 0 && is(Sign.CLOSE))) {
            open += is(Sign.OPEN) ? 1 : is(Sign.CLOSE) ? -1 : 0;
            at++;
        }
    }

    private void joinsNothing(Sign sign) {
        notes.accept("“%s” is left out: nothing stands beside it to join.".formatted(sign.label()));
    }

    private boolean atEnd() {
        return at >= tokens.size() || is(Sign.CLOSE) || is(Sign.OR);
    }

    private boolean is(Sign sign) {
        return at < tokens.size() && tokens.get(at) == sign;
    }

    private static @Nullable Wanted last(List<Wanted> parts) {
        return parts.isEmpty() ? null : parts.get(parts.size() - 1);
    }

    private static void add(List<Wanted> parts, @Nullable Wanted part) {
        if (part != null) {
            parts.add(part);
        }
    }

    private static @Nullable Wanted all(List<Wanted> parts) {
        return parts.isEmpty() ? null : parts.size() == 1 ? parts.get(0) : new Wanted.AllOf(parts);
    }
}
