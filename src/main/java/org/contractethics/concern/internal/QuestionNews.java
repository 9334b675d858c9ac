package org.contractethics.concern.internal;

import org.contractethics.shared.ConcernId;

/** Something became of a question of a reviewer to a filer, and whoever asked may know of it now. */
public record QuestionNews(ConcernId concern, int question) {}
