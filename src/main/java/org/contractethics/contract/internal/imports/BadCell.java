package org.contractethics.contract.internal.imports;

/** A cell that spoils its row. */
class BadCell extends Exception {

    private final String column;

    BadCell(String column, String reason) {
        super(reason);
        this.column = column;
    }

    String column() {
        return column;
    }

    ImportProblem at(int line) {
        return new ImportProblem(line, column, String.valueOf(getMessage()));
    }
}
