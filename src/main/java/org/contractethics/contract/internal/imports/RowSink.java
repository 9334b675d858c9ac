package org.contractethics.contract.internal.imports;

/** Takes what a reader finds in a file, row by row. */
interface RowSink {

    void row(ImportedRow row);

    void problem(ImportProblem problem);
}
