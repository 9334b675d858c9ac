package org.contractethics.document.internal;

import org.contractethics.shared.DocumentVersionId;

/** The text of a version is to be read; kept by the event registry until it was. */
public record TextAwaited(DocumentVersionId version) {}
