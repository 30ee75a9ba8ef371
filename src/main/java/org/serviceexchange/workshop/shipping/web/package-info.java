/** Pages on which people propose, look at and decide versions. */
@NullMarked
package org.serviceexchange.workshop.shipping.web;

import org.jspecify.annotations.NullMarked;
