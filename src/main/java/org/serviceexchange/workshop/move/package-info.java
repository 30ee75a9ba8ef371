/** Running cases are moved from one version of a process to another. */
@NullMarked
package org.serviceexchange.workshop.move;

import org.jspecify.annotations.NullMarked;
