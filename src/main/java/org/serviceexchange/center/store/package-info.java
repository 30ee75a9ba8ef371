/** Searches the tables of cases, whichever feature they belong to. */
@NullMarked
package org.serviceexchange.center.store;

import org.jspecify.annotations.NullMarked;
