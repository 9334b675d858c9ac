package org.contractethics.shared;

/**
 * Something wrong with one field of a form, shown in the error summary and beside the field.
 *
 * @param field id of the field in the page; the summary links to it
 * @param message what is wrong and what to do
 */
public record FormProblem(String field, String message) {}
