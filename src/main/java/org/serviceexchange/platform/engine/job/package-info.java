/** How the engine runs the steps of processes: what is asked before a job, locks, connections, timers. */
@NamedInterface("job")
@NullMarked
package org.serviceexchange.platform.engine.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
