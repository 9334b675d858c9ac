package org.contractethics.report.web;

import java.util.Map;
import org.contractethics.report.internal.FigureTable;
import org.jspecify.annotations.Nullable;

/**
 * One figure on a page.
 *
 * @param chart what the script draws; null where the table says it all
 */
record Section(FigureTable table, @Nullable Map<String, Object> chart) {}
