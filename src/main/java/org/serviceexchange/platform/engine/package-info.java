/** Functions that the processes of both sides share: deployment, expressions, tasks, diagrams and failed steps. */
@NamedInterface("engine")
@NullMarked
package org.serviceexchange.platform.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
