/** Both engines of a rehearsal: their time, their jobs, and where their cases come by. */
@NullMarked
package org.serviceexchange.rehearsal.engine;

import org.jspecify.annotations.NullMarked;
