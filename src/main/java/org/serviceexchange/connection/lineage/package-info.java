/** The rules that tell a restored database from a copy, without anything that is stored or sent. */
@NamedInterface("lineage")
@NullMarked
package org.serviceexchange.connection.lineage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
