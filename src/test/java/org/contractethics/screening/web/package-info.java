@NullMarked
package org.contractethics.screening.web;

import org.jspecify.annotations.NullMarked;
