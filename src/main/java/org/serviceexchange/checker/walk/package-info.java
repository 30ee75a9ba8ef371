/** Cases that walk through a drawn process. */
@NamedInterface("walk")
@NullMarked
package org.serviceexchange.checker.walk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
