/** Cases that walk through a drawn process. */
@NullMarked
package org.serviceexchange.checker.walk;

import org.jspecify.annotations.NullMarked;
