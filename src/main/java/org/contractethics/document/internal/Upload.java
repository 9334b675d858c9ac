package org.contractethics.document.internal;

import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A file somebody wants to add to a contract.
 *
 * @param document the document it is a new version of; null for a new document
 * @param title of a new document; empty takes it from the file name
 * @param fileName as sent; not trusted
 */
public record Upload(
        ContractId contract, @Nullable DocumentId document, String title, String fileName, InputStreamSource content) {}
