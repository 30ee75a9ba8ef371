/** Contact: a person is asked when the other side of a live connection was silent too long, or answers as two. */
@NamedInterface("contact")
@NullMarked
package org.serviceexchange.connection.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
