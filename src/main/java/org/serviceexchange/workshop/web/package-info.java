/** Pages of the processes: versions, differences, times, where cases stand. */
@NullMarked
package org.serviceexchange.workshop.web;

import org.jspecify.annotations.NullMarked;
