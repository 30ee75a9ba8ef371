/** Pages of the first start. */
@NullMarked
package org.serviceexchange.center.guide.web;

import org.jspecify.annotations.NullMarked;
