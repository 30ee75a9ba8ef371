/** Who may open what: roles, the pages they open, and the entries of the navigation. */
@NamedInterface("access")
@NullMarked
package org.serviceexchange.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
