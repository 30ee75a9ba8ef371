/** Signed messages about a living connection, of whatever kind: who may say them, and which answer belongs to which. */
@NamedInterface("statement")
@NullMarked
package org.serviceexchange.connection.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
