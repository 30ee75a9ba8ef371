/** Access control: roles, the pages they may open, and the entries of the navigation. */
@NamedInterface("access")
@NullMarked
package org.serviceexchange.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
