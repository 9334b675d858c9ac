package org.contractethics.document.internal;

import org.contractethics.shared.DocumentVersionId;

/**
 * Where a version was found that nobody uploaded by itself.
 *
 * @param place its name as the outer file calls it, with folders where it has any
 * @param depth 1 for a file inside an uploaded one
 */
public record FileInside(DocumentVersionId parent, String place, int depth) {}
