package org.contractethics.document.extraction;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Sorts the characters of an RTF text into parts, as its control words say. */
final class RtfText {

    private static final String NOWHERE = "";
    private static final int DEEPEST = 10_000;

    /** Groups whose words are a part of their own, also where they are marked as optional. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("header", "header"),
            Map.entry("headerl", "header"),
            Map.entry("headerr", "header"),
            Map.entry("headerf", "header"),
            Map.entry("footer", "footer"),
            Map.entry("footerl", "footer"),
            Map.entry("footerr", "footer"),
            Map.entry("footerf", "footer"),
            Map.entry("footnote", "footnotes"),
            Map.entry("annotation", "comments"),
            Map.entry("fldinst", Parts.FIELD_CODES),
            Map.entry("shptxt", "text boxes"));

    /** Optional groups that lead to words all the same. */
    private static final Set<String> WAYS =
            Set.of("shpinst", "fldrslt", "result", "listtext", "pntext", "nesttableprops");

    private static final Set<String> SKIPPED = Set.of(
            "pict",
            "object",
            "objdata",
            "stylesheet",
            "colortbl",
            "listtable",
            "listoverridetable",
            "revtbl",
            "rsidtbl",
            "generator",
            "nonshppict",
            "sp",
            "themedata",
            "datastore",
            "latentstyles",
            "xmlnstbl",
            "filetbl",
            "private",
            "bkmkstart",
            "bkmkend",
            "atnid",
            "atnauthor",
            "atndate",
            "atnref",
            "pgdsctbl",
            "mmathPr",
            "fontemb");

    private static final Set<String> TOLD =
            Set.of("title", "subject", "author", "manager", "company", "keywords", "doccomm");

    private final Draft draft;
    private final String body;
    private final RtfCharsets charsets = new RtfCharsets();
    private final Deque<RtfGroup> groups = new ArrayDeque<>();
    private final Map<String, StringBuilder> open = new LinkedHashMap<>();
    private final StringBuilder struck = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private boolean optional;
    private boolean groupBegins;
    private int toSkip;
    private int objects;
    private boolean closed;

    /** @param body the part that takes what is no part of its own */
    RtfText(Draft draft, String body) {
        this.draft = draft;
        this.body = body;
    }

    void open() {
        flush();
        optional = false;
        groupBegins = true;
        toSkip = 0;
        if (groups.size() > DEEPEST) {
            throw new LimitHitException("nesting");
        }
        groups.push(groups.isEmpty() ? new RtfGroup(body) : group().inner());
    }

    void close() {
        flush();
        optional = false;
        toSkip = 0;
        RtfGroup ended = groups.poll();
        closed |= groups.isEmpty();
        if (ended != null && ended.begins) {
            endParagraph(ended.part);
        }
    }

    void aByte(int value) {
        groupBegins = false;
        if (toSkip > 0) {
            toSkip--;
        } else if (!group().part.isEmpty()) {
            pending.write(value);
        }
    }

    void word(RtfTokens token) {
        String word = token.word();
        boolean first = groupBegins;
        groupBegins = false;
        if (word.equals("*")) {
            // elsewhere the mark means nothing
            optional = first;
            return;
        }
        flush();
        boolean marked = optional;
        optional = false;
        if (!begins(word, marked) && !mark(word, token) && !font(word, token)) {
            character(word, token);
        }
    }

    /** @return whether the word begins a group with a meaning of its own */
    private boolean begins(String word, boolean marked) {
        RtfGroup group = group();
        String part = PARTS.get(word);
        if (part != null && !group.part.startsWith("property ")) {
            beginPart(group, part);
        } else if (group.part.equals("info") && TOLD.contains(word)) {
            beginPart(group, "property " + word);
        } else if (word.equals("info")) {
            group.part = "info";
        } else if (word.equals("fonttbl")) {
            group.part = "fonts";
        } else if (word.equals("ftnalt") && group.part.equals("footnotes")) {
            group.part = "endnotes";
        } else if (word.equals("result")) {
            group.part = body;
        } else if (SKIPPED.contains(word) || (marked && !WAYS.contains(word))) {
            objects += word.equals("object") ? 1 : 0;
            group.part = word.equals("shppict") ? group.part : NOWHERE;
        } else {
            return WAYS.contains(word);
        }
        return true;
    }

    private static void beginPart(RtfGroup group, String part) {
        if (!group.part.isEmpty() || part.equals("text boxes")) {
            group.part = part;
            group.begins = true;
        }
    }

    private boolean mark(String word, RtfTokens token) {
        RtfGroup group = group();
        switch (word) {
            case "v" -> group.hidden = token.on();
            case "deleted" -> group.deleted = token.on();
            case "revised" -> group.inserted = token.on();
            case "strike", "striked" -> group.struck = token.on();
            case "plain" -> group.plain();
            case "uc" -> group.fallbackLength = Math.max(0, token.number(1));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean font(String word, RtfTokens token) {
        switch (word) {
            case "ansicpg" -> charsets.file(token.number(1252));
            case "mac" -> charsets.file(10000);
            case "pc" -> charsets.file(437);
            case "fcharset" -> charsets.charsetInTable(token.number(0));
            case "f" -> {
                group().font = token.number(0);
                charsets.fontInTable(group().part.equals("fonts") ? token.number(0) : -1);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void character(String word, RtfTokens token) {
        switch (word) {
            case "u" -> {
                write(String.valueOf((char) token.number(0xFFFD)));
                toSkip = group().fallbackLength;
            }
            case "par", "sect", "page", "row", "nestrow" -> endParagraph(group().part);
            case "line", "lbr" -> write("\n");
            case "cell", "nestcell" -> write(" | ");
            case "tab", "~", "emspace", "enspace" -> write(" ");
            case "_" -> write("-");
            case "endash" -> write("–");
            case "emdash" -> write("—");
            case "lquote" -> write("‘");
            case "rquote" -> write("’");
            case "ldblquote" -> write("“");
            case "rdblquote" -> write("”");
            case "bullet" -> write("•");
            default -> {
                // looks, not words
            }
        }
    }

    /** @return whether the text came to its end */
    boolean end() {
        flush();
        for (String part : Set.copyOf(open.keySet())) {
            endParagraph(part);
        }
        if (objects > 0) {
            draft.embedded().notRead(objects == 1 ? "one object" : objects + " objects", "embedded in RTF");
        }
        return closed;
    }

    private RtfGroup group() {
        if (groups.isEmpty()) {
            groups.push(new RtfGroup(closed ? NOWHERE : body));
        }
        return groups.getFirst();
    }

    private void flush() {
        if (pending.size() > 0) {
            write(pending.toString(charsets.of(group().font)));
            pending.reset();
        }
    }

    private void write(String words) {
        RtfGroup group = group();
        String part = group.part;
        if (part.isEmpty() || part.equals("info") || part.equals("fonts")) {
            return;
        }
        if (group.deleted) {
            append(Parts.DELETIONS, words);
        } else if (group.hidden) {
            append(Parts.HIDDEN, words);
            draft.gap(
                    "Some of the text is formatted as hidden: Word does not show it. It stands here under “Hidden text”.");
        } else {
            append(part, words);
            struck.append(group.struck ? words : "");
            if (group.inserted) {
                append(Parts.INSERTIONS, words);
            }
        }
    }

    private void append(String part, String words) {
        open.computeIfAbsent(part, key -> new StringBuilder()).append(words);
    }

    private void endParagraph(String part) {
        emit(part);
        if (!part.isEmpty()) {
            emit(Parts.DELETIONS);
            emit(Parts.HIDDEN);
            emit(Parts.INSERTIONS);
            draft.struckOut(struck.toString(), null);
            struck.setLength(0);
        }
    }

    private void emit(String part) {
        StringBuilder text = open.get(part);
        if (text == null || text.isEmpty()) {
            return;
        }
        String words = CleanText.of(text.toString());
        text.setLength(0);
        if (part.startsWith("property ")) {
            draft.property(part.substring("property ".length()), words);
        } else {
            draft.prose(part).add(words.endsWith(" |") ? words.substring(0, words.length() - 2) : words, null);
        }
    }
}
