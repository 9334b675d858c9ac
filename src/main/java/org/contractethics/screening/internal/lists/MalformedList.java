package org.contractethics.screening.internal.lists;

/** A list that is empty, cut off, or not in the form it should have; its message says the file, the line and what is wrong, for an operator. */
public class MalformedList extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedList(String file, int line, String wrong) {
        super(line > 0 ? file + ", line " + line + ": " + wrong : file + ": " + wrong);
    }
}
