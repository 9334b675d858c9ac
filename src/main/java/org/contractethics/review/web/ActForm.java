package org.contractethics.review.web;

/**
 * Something this person can do on a page, with its fields.
 *
 * @param action path the form is sent to
 * @param button what sending it does
 */
public record ActForm(String action, Section section, String button) {}
