/** Pages on which people plan, start and watch moves. */
@NullMarked
package org.serviceexchange.workshop.move.web;

import org.jspecify.annotations.NullMarked;
