@NullMarked
package org.contractethics.finding.web;

import org.jspecify.annotations.NullMarked;
