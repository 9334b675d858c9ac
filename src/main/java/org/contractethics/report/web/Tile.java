package org.contractethics.report.web;

import org.jspecify.annotations.Nullable;

/**
 * A single number on top of the dashboard.
 *
 * @param before the period before, in words; empty where there is nothing to compare
 * @param link down to what is counted; null where nothing is
 * @param alarm whether the number needs action
 */
record Tile(String label, String value, String before, @Nullable String link, boolean alarm) {}
