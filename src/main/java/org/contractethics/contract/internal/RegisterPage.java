package org.contractethics.contract.internal;

import java.util.List;

/**
 * One page of the register.
 *
 * @param total how many contracts match; with {@code more} there are at least this many
 * @param number page shown, counted from 1
 * @param pages how many pages can be turned to
 * @param secretsLeftOut whether contracts of which facts are withheld were left out because the question asks for these
 */
public record RegisterPage(
        List<RegisterLine> lines, int total, boolean more, int number, int pages, boolean secretsLeftOut) {}
