/** Approvals as user tasks of the engine: what a model says of them, who may give them, and when they end. */
@NamedInterface("engine")
@NullMarked
package org.serviceexchange.approval.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
