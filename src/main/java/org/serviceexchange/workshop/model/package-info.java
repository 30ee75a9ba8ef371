/** Models as files: their elements, and how two of them differ. */
@NullMarked
package org.serviceexchange.workshop.model;

import org.jspecify.annotations.NullMarked;
