/** What reviewers of a contract ask the filer of an open concern about it, by way of those who handle the concern. */
@NullMarked
package org.contractethics.concern.internal.question;

import org.jspecify.annotations.NullMarked;
