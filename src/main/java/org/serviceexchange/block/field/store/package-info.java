/** Values of own fields in the database. */
@NullMarked
package org.serviceexchange.block.field.store;

import org.jspecify.annotations.NullMarked;
