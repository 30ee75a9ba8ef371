/** The first start of an instance as one way of steps, from its first admin to its first registration. */
@NullMarked
package org.serviceexchange.center.guide;

import org.jspecify.annotations.NullMarked;
