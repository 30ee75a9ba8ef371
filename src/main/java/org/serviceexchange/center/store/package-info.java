/** Searches the tables of cases of all features. */
@NullMarked
package org.serviceexchange.center.store;

import org.jspecify.annotations.NullMarked;
