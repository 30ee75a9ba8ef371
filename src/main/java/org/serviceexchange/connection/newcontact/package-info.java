/** The consumer of a live connection hears that the provider has named another contact. */
@NamedInterface("newcontact")
@NullMarked
package org.serviceexchange.connection.newcontact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
