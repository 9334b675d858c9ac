package org.contractethics.screening;

import java.util.UUID;

/**
 * What counts at triages, of an agency or a country.
 *
 * @param line for a list: who found it, where and when, or which band the country has
 */
public record OnRecord(UUID id, String line) {}
