package org.contractethics.contract.internal.imports;

import org.contractethics.contract.internal.Text;

/**
 * Why a row, or a part of it, was not taken in.
 *
 * @param line line of a CSV or JSON file or row of a spreadsheet, counted from 1
 * @param column name of the column, or path inside a JSON release; empty where the whole row is meant
 * @param reason what is wrong and what to do
 */
public record ImportProblem(int line, String column, String reason) {

    public ImportProblem {
        column = Text.cut(Text.line(column), 200);
        reason = Text.cut(Text.line(reason), 500);
    }
}
