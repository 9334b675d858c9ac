@NullMarked
package org.contractethics.document.web;

import org.jspecify.annotations.NullMarked;
