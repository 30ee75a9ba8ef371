/** Fields that an analyst adds to the start form: kept with the record, shown, and never interpreted. */
@NamedInterface("field")
@NullMarked
package org.serviceexchange.block.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
